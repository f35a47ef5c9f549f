// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.Entered.Mode;
import dev.cofactor.desk.seeds.Pictures;
import dev.cofactor.desk.seeds.SeedDesk;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A secret's seed on its way in: by a picture, or typed. It is never shown. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/seed")
@Produces(Leads.HTML)
class SeedPages {
    private static final int UNFIT = 422;

    private final Seeds seeds;
    private final SeedDesk desk;
    private final Pictures pictures;
    private final Frame frame;

    SeedPages(Seeds seeds, SeedDesk desk, Pictures pictures, Frame frame) {
        this.seeds = seeds;
        this.desk = desk;
        this.pictures = pictures;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance enter(Shell shell, String id, String name, boolean serving, String fault);

        private Templates() {}
    }

    /** For a script: where it goes on. */
    record Next(String next) {}

    /** Whoever has one under proof goes on with that, unless he says that he wants another. */
    @GET
    public Response seed(@PathParam("id") String id, @QueryParam("another") @Nullable String another) {
        Seeds.Known known = seeds.known(frame.caller(), id);
        return known.underProof().isPresent() && another == null
                ? Leads.to("/secrets/" + id + "/proof")
                : page(200, id, known, "");
    }

    @POST
    public Response type(
            @PathParam("id") String id,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("mode") @DefaultValue("planned") String mode) {
        SeedDesk.Admitted admitted = desk.admit(frame.caller(), id);
        try (Plaintext typed = Plaintext.owning(key.strip().getBytes(StandardCharsets.UTF_8))) {
            desk.enter(frame.caller(), admitted, read(typed), Mode.of(Optional.of(mode)));
            return Leads.to("/secrets/" + id + "/proof");
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE, Kind.CONDITION_MISSING);
            return page(UNFIT, id, seeds.known(frame.caller(), id), fault);
        }
    }

    /** The picture's bytes, bare: a form would lay them into a file. */
    @POST
    @Path("/picture")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    public Next scan(
            @PathParam("id") String id,
            @QueryParam("mode") @DefaultValue("planned") String mode,
            @QueryParam("choose") @DefaultValue("") String choose,
            byte @Nullable [] picture) {
        try (Plaintext bytes = Plaintext.owning(picture == null ? new byte[0] : picture)) {
            SeedDesk.Admitted admitted = desk.admit(frame.caller(), id);
            OptionalInt chosen =
                    choose.matches("[1-9][0-9]?") ? OptionalInt.of(Integer.parseInt(choose)) : OptionalInt.empty();
            desk.enter(frame.caller(), admitted, pictures.read(List.of(bytes), chosen), Mode.of(Optional.of(mode)));
            return new Next("/secrets/" + id + "/proof");
        }
    }

    /** A setup link, or else a setup key with what almost everybody uses. */
    private static Entered read(Plaintext typed) {
        byte[] scheme = "otpauth".getBytes(StandardCharsets.US_ASCII);
        byte[] text = typed.reveal();
        boolean link = text.length > scheme.length;
        for (int at = 0; link && at < scheme.length; at++) {
            link = (text[at] | ' ') == scheme[at];
        }
        return link ? Entered.link(typed) : Entered.key(typed, Entered.Options.USUAL);
    }

    private Response page(int status, String id, Seeds.Known known, String fault) {
        TemplateInstance page = Templates.enter(
                frame.shell(Place.SECRETS),
                id,
                known.secret().name(),
                known.serving().isPresent(),
                fault);
        return Response.status(status).entity(page).build();
    }
}
