// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
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
import java.util.Optional;

/** Asking for something of a secret, or taking it in an emergency; the form stands here or where the thing itself would. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}")
@Produces(Leads.HTML)
class AskPages {
    private static final int UNFIT = 422;

    private final Asking asking;
    private final StepsAhead steps;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Frame frame;

    AskPages(Asking asking, StepsAhead steps, Gate gate, Catalogue catalogue, Frame frame) {
        this.asking = asking;
        this.steps = steps;
        this.gate = gate;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance ask(
                Shell shell,
                String id,
                String name,
                String path,
                String deed,
                boolean code,
                Ahead ahead,
                Typed typed,
                String fault);

        private Templates() {}
    }

    /** Codes of both kinds are asked for where they are fetched. */
    @GET
    @Path("/ask")
    public Response ask(@PathParam("id") String id, @QueryParam("for") @DefaultValue("") String verb) {
        Verb wanted = verb(verb);
        return wanted == Verb.CODE_FETCH || wanted == Verb.BACKUP_CODE_TAKE
                ? Leads.to(place(id, wanted))
                : page(200, id, wanted, Typed.NOTHING, "");
    }

    @POST
    @Path("/ask")
    public Response ask(
            @PathParam("id") String id,
            @FormParam("for") @DefaultValue("") String verb,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket) {
        Verb wanted = verb(verb);
        try {
            asking.ask(frame.caller(), wish(id, wanted, reason, ticket));
            return Leads.to(place(id, wanted));
        } catch (Problem e) {
            return page(UNFIT, id, wanted, new Typed(reason, ticket, "", ""), fault(e));
        }
    }

    /** After a proof that was missing one is here again, and begins where the form is. */
    @GET
    @Path("/break-glass")
    public Response breakGlass(@PathParam("id") String id) {
        return Leads.to("/secrets/" + id);
    }

    @POST
    @Path("/break-glass")
    public Response breakGlass(
            @PathParam("id") String id,
            @FormParam("for") @DefaultValue("") String verb,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket) {
        Verb wanted = verb(verb);
        try {
            asking.breakGlass(frame.caller(), wish(id, wanted, reason, ticket));
            return Leads.to(place(id, wanted));
        } catch (Problem e) {
            return page(UNFIT, id, wanted, new Typed("", ticket, reason, fault(e)), "");
        }
    }

    private static Asking.Wish wish(String id, Verb verb, String reason, String ticket) {
        return new Asking.Wish(id, verb, Typed.given(reason, ticket), Optional.empty());
    }

    /** What is wrong with what was said is mended in the form; everything else is an answer of its own. */
    private static String fault(Problem why) {
        return why.code().equals("reason-required")
                ? "That is not enough, or not of the form that is wanted."
                : Words.fault(why, Kind.INVALID, Kind.CONFLICT, Kind.TOO_MANY);
    }

    private static String place(String id, Verb verb) {
        String page = "/secrets/" + id;
        if (verb == Verb.BACKUP_CODE_TAKE) {
            return page + "/backup-code";
        }
        return page + (verb == Verb.CODE_FETCH ? "/code" : "/ask?for=" + verb.code());
    }

    private static Verb verb(String word) {
        return Verb.find(word)
                .filter(Verb::isGrantable)
                .orElseThrow(() ->
                        new Problem(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }

    /** For whoever may, after some step; everybody else is refused by the gate, which puts that on the log. */
    private Response page(int status, String id, Verb verb, Typed typed, String fault) {
        Optional<Placed> found = catalogue.find(id);
        Optional<Ahead> ahead = found.flatMap(one -> steps.of(frame.caller(), one, verb, place(id, verb)));
        if (ahead.isEmpty()) {
            gate.admit(frame.caller(), verb, () -> catalogue.find(id).map(one -> Sight.of(one, frame.caller())));
            return Leads.to(place(id, verb)); // it was given this very moment
        }
        Placed secret = found.orElseThrow();
        TemplateInstance page = Templates.ask(
                frame.shell(Place.SECRETS),
                id,
                secret.name(),
                secret.path(),
                Wording.wish(verb).deed(),
                verb == Verb.CODE_FETCH,
                ahead.get(),
                typed,
                fault);
        return Response.status(status).entity(page).build();
    }
}
