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

/** Another root key above all keys, and the old one away. */
@Path("/administration/keys/roots")
@Produces(Leads.HTML)
class RootPages {
    /** As each kind of root key writes its own; what is none is no address, and is not led back to after a proof. */
    private static final String ONE = "/{fingerprint: (?:[a-z]+-)*[0-9a-f]{16,64}}";

    private final KeyDesk desk;
    private final Frame frame;

    RootPages(KeyDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * What the next root key would open.
     *
     * @param known whether this server's settings name one
     */
    record Next(
            boolean known, String fingerprint, boolean whole, int fitting, List<String> missing, List<String> unfit) {
        private static final Next NONE = new Next(false, "", false, 0, List.of(), List.of());

        private static Next of(KeyReport.Verified verified) {
            return new Next(
                    true,
                    verified.fingerprint(),
                    verified.whole(),
                    verified.fitting(),
                    verified.missing(),
                    verified.unfit());
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance next(Shell shell, Next next, String news, String fault);

        static native TemplateInstance drop(Shell shell, String fingerprint, long keys, String fault);

        private Templates() {}
    }

    /** Opens every key with both, and compares. */
    @GET
    @Path("/next")
    public Response next(@QueryParam("news") @DefaultValue("") String news) {
        try {
            return page(200, Next.of(desk.verifyNextRoot(frame.caller())), News.of(news), "");
        } catch (Problem e) {
            return page(200, Next.NONE, News.NONE, Words.fault(e, Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE));
        }
    }

    @POST
    @Path("/next")
    public Response add() {
        try {
            desk.addNextRoot(frame.caller());
            return Leads.to("/administration/keys/roots/next?news=wrapped");
        } catch (Problem e) {
            String fault = Words.fault(e, Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE);
            return page(KeyPages.UNFIT, Next.NONE, News.NONE, fault);
        }
    }

    @GET
    @Path(ONE + "/drop")
    @ProvedWithin(minutes = KeyPages.FRESH_MINUTES)
    public Response question(@PathParam("fingerprint") String fingerprint) {
        return question(200, fingerprint, "");
    }

    @POST
    @Path(ONE + "/drop")
    @ProvedWithin(minutes = KeyPages.FRESH_MINUTES)
    public Response drop(
            @PathParam("fingerprint") String fingerprint, @FormParam("named") @DefaultValue("") String named) {
        if (!named.strip().equalsIgnoreCase(fingerprint)) {
            return question(KeyPages.UNFIT, fingerprint, "That is not its fingerprint.");
        }
        try {
            desk.dropRoot(frame.caller(), fingerprint);
            return Leads.to("/administration/keys?news=dropped");
        } catch (Problem e) {
            return question(KeyPages.UNFIT, fingerprint, Words.fault(e, Problem.Kind.CONFLICT));
        }
    }

    private Response question(int status, String fingerprint, String fault) {
        long keys = desk.overview(frame.caller()).roots().stream()
                .filter(root -> root.fingerprint().equals(fingerprint))
                .mapToLong(KeyReport.Root::keys)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
        return Response.status(status)
                .entity(Templates.drop(frame.shell(Place.ADMINISTRATION), fingerprint, keys, fault))
                .build();
    }

    private Response page(int status, Next next, News news, String fault) {
        return Response.status(status)
                .entity(Templates.next(frame.shell(Place.ADMINISTRATION), next, news.sentence(), fault))
                .build();
    }
}
