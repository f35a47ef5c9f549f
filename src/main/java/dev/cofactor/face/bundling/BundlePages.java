// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.bundle.BundleDesk;
import dev.cofactor.desk.bundle.HolderKeys;
import dev.cofactor.desk.bundle.UseDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Bundles that two people agreed to. */
@Path("/administration/bundles")
@Produces(Leads.HTML)
class BundlePages {
    static final String ONE = "/{id: bdl_[0-9a-z]{26}}";

    private static final int UNFIT = 422;

    private final BundleDesk desk;
    private final HolderKeys keys;
    private final UseDesk uses;
    private final Frame frame;

    BundlePages(BundleDesk desk, HolderKeys keys, UseDesk uses, Frame frame) {
        this.desk = desk;
        this.keys = keys;
        this.uses = uses;
        this.frame = frame;
    }

    /** @param made when it was handed out, or empty */
    record Row(
            String id,
            String name,
            String author,
            String agreed,
            Instant since,
            int threshold,
            int holders,
            int secrets,
            String made,
            String by) {}

    record Holder(int share, String name, String print) {}

    record Secret(String id, String path, boolean seed, boolean pool) {}

    /** @param number of a backup code; 0 for a code */
    record Use(String id, String path, int number, Instant at, boolean overwrite) {}

    record Key(String name, String print, Instant since) {}

    /** What a list came to that was just handed in: how many of its uses were new, and the digest of its last. */
    record News(String taken, String head) {
        static final News NONE = new News("", "");
    }

    record Inside(List<Holder> holders, List<Secret> secrets, List<Use> uses) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance bundles(Shell shell, List<Row> rows, List<Key> keys);

        static native TemplateInstance bundle(Shell shell, Row bundle, Inside inside, News news, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance bundles() {
        return Templates.bundles(
                frame.shell(Place.ADMINISTRATION),
                desk.all(frame.caller()).stream().map(BundlePages::row).toList(),
                keys.all(frame.caller()).stream()
                        .map(key -> new Key(key.name(), BundleDesk.readable(key.fingerprint()), second(key.since())))
                        .toList());
    }

    @GET
    @Path(ONE)
    public Response bundle(
            @PathParam("id") String id,
            @QueryParam("taken") @DefaultValue("") String taken,
            @QueryParam("head") @DefaultValue("") String head,
            @QueryParam("fault") @DefaultValue("") String fault) {
        boolean plain = taken.matches("[0-9]{1,6}") && head.matches("[0-9a-f]{64}");
        return page(200, id, plain ? new News(taken, head) : News.NONE, Wording.fault(fault));
    }

    /** Reloaded, nothing is handed in once more. */
    @GET
    @Path(ONE + "/uses")
    public Response used(@PathParam("id") String id) {
        return Leads.to("/administration/bundles/" + id);
    }

    @POST
    @Path(ONE + "/uses")
    public Response uses(@PathParam("id") String id, @FormParam("uses") @DefaultValue("") String text) {
        try {
            UseDesk.Taken taken = uses.take(frame.caller(), id(id), lines(text));
            return Leads.to("/administration/bundles/" + id + "?taken=" + taken.fresh() + "&head=" + taken.head());
        } catch (Problem e) {
            return page(
                    UNFIT,
                    id,
                    News.NONE,
                    Words.fault(e, Problem.Kind.INVALID, Problem.Kind.CONFLICT, Problem.Kind.TOO_LARGE));
        }
    }

    /** A browser ends each line of a form its own way, and keeps no empty one at the end. */
    private static byte[] lines(String text) {
        String lines = text.replace("\r\n", "\n").strip();
        return (lines.isEmpty() ? "" : lines + "\n").getBytes(UTF_8);
    }

    private Response page(int status, String id, News news, String fault) {
        BundleDesk.Shown bundle = desk.read(frame.caller(), id(id));
        return Response.status(status)
                .entity(Templates.bundle(frame.shell(Place.ADMINISTRATION), row(bundle), inside(bundle), news, fault))
                .build();
    }

    private static Inside inside(BundleDesk.Shown bundle) {
        return new Inside(
                bundle.holders().stream()
                        .map(one ->
                                new Holder(one.share(), one.holder().name(), BundleDesk.readable(one.fingerprint())))
                        .toList(),
                bundle.secrets().stream()
                        .map(one -> new Secret(
                                PublicId.SECRET.of(one.secret()),
                                one.path().orElse(PublicId.SECRET.of(one.secret())),
                                one.seed(),
                                one.pool()))
                        .toList(),
                bundle.uses().stream()
                        .map(one -> new Use(
                                PublicId.SECRET.of(one.secret()),
                                one.path().orElse(PublicId.SECRET.of(one.secret())),
                                one.number(),
                                second(one.at()),
                                one.overwrite()))
                        .toList());
    }

    static Row row(BundleDesk.Shown bundle) {
        return new Row(
                PublicId.BUNDLE.of(bundle.id()),
                bundle.name(),
                bundle.author().name(),
                bundle.agreed().name(),
                second(bundle.agreedAt()),
                bundle.threshold(),
                bundle.holders().size(),
                bundle.secrets().size(),
                bundle.madeAt().map(at -> second(at).toString()).orElse(""),
                bundle.made().map(BundleDesk.Party::name).orElse(""));
    }

    static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    static UUID id(String text) {
        return PublicId.BUNDLE
                .read(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }
}
