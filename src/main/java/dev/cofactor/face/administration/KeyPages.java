// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.desk.keys.KeyDesk;
import dev.cofactor.desk.keys.KeyReport;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The keys that turn, step by step. */
@Path("/administration/keys")
@Produces(Leads.HTML)
class KeyPages {
    static final int FRESH_MINUTES = 5;
    static final int UNFIT = 422;

    private static final String KIND = "/{kind: [a-z-]{1,20}}";
    private static final String ONE = KIND + "/{number: [1-9][0-9]{0,8}}";

    private final KeyDesk desk;
    private final Gate gate;
    private final Frame frame;

    KeyPages(KeyDesk desk, Gate gate, Frame frame) {
        this.desk = desk;
        this.gate = gate;
        this.frame = frame;
    }

    /** @param goes whether it may be destroyed, as far as its rows say */
    record Version(int number, String word, String tone, String icon, long rows, boolean goes) {}

    /**
     * A key and where its turning stands.
     *
     * @param waiting the number of the version that waits to be promoted, or 0
     * @param left how many rows are not under the version in use, of {@code all}
     * @param unknown how many rows name no version at all
     */
    record Turning(
            String kind,
            String title,
            String about,
            List<Version> versions,
            int inUse,
            int waiting,
            long left,
            long all,
            long unknown) {
        public long done() {
            return all - left;
        }
    }

    record Root(String fingerprint, long keys, boolean own) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance keys(
                Shell shell, Tabs tabs, List<Turning> keys, List<Root> roots, String news, String fault);

        static native TemplateInstance destroy(
                Shell shell, String kind, String title, int number, long rows, String fault);

        static native TemplateInstance rewrapped(Shell shell, String title, String kind, KeyReport.Run run);

        private Templates() {}
    }

    @GET
    public Response keys(@QueryParam("news") @DefaultValue("") String news) {
        return page(200, News.of(news), "");
    }

    @POST
    @Path(KIND + "/add")
    public Response add(@PathParam("kind") String kind) {
        return done("added", () -> desk.add(frame.caller(), kind));
    }

    @POST
    @Path(ONE + "/promote")
    public Response promote(@PathParam("kind") String kind, @PathParam("number") int number) {
        return done("promoted", () -> desk.promote(frame.caller(), kind, number));
    }

    /** For some seconds; what is left is said on the page that it leads to. */
    @POST
    @Path(KIND + "/rewrap")
    public Response rewrap(@PathParam("kind") String kind) {
        try {
            KeyReport.Run run = desk.rewrap(frame.caller(), kind);
            return run.stuck().isEmpty() || run.again()
                    ? Leads.to("/administration/keys?news=" + (run.again() ? "goes-on" : "moved"))
                    : Response.ok(Templates.rewrapped(frame.shell(Place.ADMINISTRATION), Wording.key(kind), kind, run))
                            .build();
        } catch (Problem e) {
            return page(UNFIT, News.NONE, Words.fault(e, Problem.Kind.CONFLICT));
        }
    }

    /** Reloaded, the page that names what stayed begins nothing. */
    @GET
    @Path(KIND + "/rewrap")
    public Response rewrapped(@PathParam("kind") String kind) {
        return Leads.to("/administration/keys");
    }

    /** The same for a script, which goes on until nothing more is moved. */
    @POST
    @Path(KIND + "/rewrap")
    @Produces("application/json")
    public KeyReport.Run rewrapOn(@PathParam("kind") String kind) {
        return desk.rewrap(frame.caller(), kind);
    }

    /** Asked for before the form is shown, so that nothing typed is lost on the way. */
    @GET
    @Path(ONE + "/destroy")
    @ProvedWithin(minutes = FRESH_MINUTES)
    public Response question(@PathParam("kind") String kind, @PathParam("number") int number) {
        return question(200, kind, number, "");
    }

    @POST
    @Path(ONE + "/destroy")
    @ProvedWithin(minutes = FRESH_MINUTES)
    public Response destroy(
            @PathParam("kind") String kind,
            @PathParam("number") int number,
            @FormParam("named") @DefaultValue("") String named) {
        if (!named.strip().equalsIgnoreCase(kind + " " + number)) {
            return question(UNFIT, kind, number, "That is not the name of this version.");
        }
        try {
            desk.destroy(frame.caller(), kind, number);
            return Leads.to("/administration/keys?news=destroyed");
        } catch (Problem e) {
            return question(UNFIT, kind, number, Words.fault(e, Problem.Kind.CONFLICT));
        }
    }

    private Response done(String news, Runnable step) {
        try {
            step.run();
            return Leads.to("/administration/keys?news=" + news);
        } catch (Problem e) {
            return page(UNFIT, News.NONE, Words.fault(e, Problem.Kind.CONFLICT));
        }
    }

    private Response question(int status, String kind, int number, String fault) {
        KeyReport.Version version = desk.overview(frame.caller()).keys().stream()
                .filter(key -> key.kind().equals(kind))
                .flatMap(key -> key.versions().stream())
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
        return Response.status(status)
                .entity(Templates.destroy(
                        frame.shell(Place.ADMINISTRATION), kind, Wording.key(kind), number, version.rows(), fault))
                .build();
    }

    private Response page(int status, News news, String fault) {
        KeyReport.Overview overview = desk.overview(frame.caller());
        return Response.status(status)
                .entity(Templates.keys(
                        frame.shell(Place.ADMINISTRATION),
                        Tabs.of(gate, frame.caller(), "keys"),
                        overview.keys().stream().map(this::turning).toList(),
                        overview.roots().stream()
                                .map(one -> new Root(one.fingerprint(), one.keys(), one.own()))
                                .toList(),
                        news.sentence(),
                        fault))
                .build();
    }

    private Turning turning(KeyReport.Turning key) {
        int inUse = key.versions().stream()
                .filter(KeyReport.Version::inUse)
                .mapToInt(KeyReport.Version::number)
                .findFirst()
                .orElse(0);
        int waiting = key.versions().stream()
                .filter(one -> one.number() > inUse && !one.promoted() && !one.destroyed())
                .mapToInt(KeyReport.Version::number)
                .findFirst()
                .orElse(0);
        long all = key.unknown()
                + key.versions().stream().mapToLong(KeyReport.Version::rows).sum();
        return new Turning(
                key.kind(),
                Wording.key(key.kind()),
                Wording.about(key.kind()),
                key.versions().stream().map(one -> version(one, inUse)).toList(),
                inUse,
                waiting,
                desk.progress(frame.caller(), key.kind()).left(),
                all,
                key.unknown());
    }

    private static Version version(KeyReport.Version one, int inUse) {
        boolean goes = one.number() < inUse && !one.destroyed() && one.rows() == 0;
        if (one.destroyed()) {
            return new Version(one.number(), "Destroyed", "", "close", one.rows(), false);
        }
        if (one.inUse()) {
            return new Version(one.number(), "Seals", "good", "good", one.rows(), false);
        }
        return one.number() < inUse
                ? new Version(one.number(), "Opens only", "", "lock", one.rows(), goes)
                : new Version(one.number(), "Waits", "warn", "clock", one.rows(), false);
    }
}
