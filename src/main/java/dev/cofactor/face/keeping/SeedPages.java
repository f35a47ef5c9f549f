// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.Entered.Mode;
import dev.cofactor.desk.seeds.Pictures;
import dev.cofactor.desk.seeds.SeedDesk;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.face.entering.Entering;
import dev.cofactor.face.entering.Keys;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret's seed on its way in: by a picture, or typed; and its end. It is never shown. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/seed")
@Produces(Leads.HTML)
class SeedPages {
    private static final int UNFIT = 422;

    private final Seeds seeds;
    private final SeedDesk desk;
    private final Pictures pictures;
    private final Templates templates;
    private final Editing editing;
    private final Frame frame;

    SeedPages(Seeds seeds, SeedDesk desk, Pictures pictures, Templates templates, Editing editing, Frame frame) {
        this.seeds = seeds;
        this.desk = desk;
        this.pictures = pictures;
        this.templates = templates;
        this.editing = editing;
        this.frame = frame;
    }

    /**
     * @param serving whether a seed gives codes now
     * @param compromised whether that one is to stop at once, as chosen
     */
    record Look(String id, String name, boolean serving, boolean compromised, Keys.Advanced advanced) {
        public String send() {
            return "/secrets/" + id + "/seed/picture";
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance enter(Shell shell, Look look, String fault);

        private Pages() {}
    }

    /** Whoever has one under proof goes on with that, unless he says that he wants another. */
    @GET
    public Response seed(@PathParam("id") String id, @QueryParam("another") @Nullable String another) {
        Seeds.Known known = seeds.known(frame.caller(), id);
        return known.underProof().isPresent() && another == null
                ? Leads.to("/secrets/" + id + "/proof")
                : page(200, id, known, Map.of(), "");
    }

    @POST
    public Response type(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        Map<String, String> typed = Entering.typed(form);
        SeedDesk.Admitted admitted = desk.admit(frame.caller(), id);
        try (Plaintext key = Keys.plain(typed.getOrDefault("key", ""));
                Entered seed = Keys.read(key, admitted.slot().rules(), typed)) {
            Mode mode = Mode.of(Optional.ofNullable(typed.get("mode")));
            return Leads.to(Entering.after(id, desk.enter(frame.caller(), admitted, seed, mode)));
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE, Kind.CONDITION_MISSING);
            return page(UNFIT, id, seeds.known(frame.caller(), id), typed, fault);
        }
    }

    /** The picture's bytes, bare: a form would lay them into a file. */
    @POST
    @Path("/picture")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    public Entering.Next scan(
            @PathParam("id") String id,
            @QueryParam("mode") @DefaultValue("planned") String mode,
            @QueryParam("choose") @DefaultValue("") String choose,
            byte @Nullable [] picture) {
        try (Plaintext bytes = Plaintext.owning(picture == null ? new byte[0] : picture)) {
            SeedDesk.Admitted admitted = desk.admit(frame.caller(), id);
            Entered seed = pictures.read(List.of(bytes), Entering.choice(choose));
            return new Entering.Next(
                    Entering.after(id, desk.enter(frame.caller(), admitted, seed, Mode.of(Optional.of(mode)))));
        }
    }

    /** Whose codes these are, in words; the seed is not touched. */
    @POST
    @Path("/name")
    public Response rename(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        Map<String, String> typed = Entering.typed(form);
        try {
            desk.rename(
                    frame.caller(),
                    seeds.known(frame.caller(), id).secret(),
                    Editing.seen(typed),
                    Optional.ofNullable(typed.get("issuer")),
                    Optional.ofNullable(typed.get("account")));
            return Leads.to("/secrets/" + id + "/edit?news=named");
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.CHANGED_MEANWHILE);
            return Response.status(UNFIT)
                    .entity(editing.again(id, Map.of(), Optional.empty(), fault))
                    .build();
        }
    }

    /** Without another in its place. Whoever may do so need not be able to read what is left. */
    @POST
    @Path("/stop")
    public Response stop(@PathParam("id") String id) {
        try {
            desk.stop(frame.caller(), id);
            return Leads.to("/secrets/" + id + "/edit?news=stopped");
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.CONFLICT);
            return page(UNFIT, id, seeds.known(frame.caller(), id), Map.of(), fault);
        }
    }

    private Response page(int status, String id, Seeds.Known known, Map<String, String> typed, String fault) {
        Look look = new Look(
                id,
                known.secret().name(),
                known.serving().isPresent(),
                typed.getOrDefault("mode", "").equals("compromised"),
                Keys.advanced(rules(known.secret()), typed));
        return Response.status(status)
                .entity(Pages.enter(frame.shell(Place.SECRETS), look, fault))
                .build();
    }

    private FieldRules.Otp rules(Placed secret) {
        return templates
                .version(secret.templateId(), secret.templateVersion())
                .flatMap(Entering::rules)
                .orElseThrow(() ->
                        new Problem(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }
}
