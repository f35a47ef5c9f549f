// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.desk.expectations.OverrulingDesk;
import dev.cofactor.desk.insight.Wanted;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A policy while it is written: the form and the document say the same, and what it would change is shown before it is saved. */
@Path("/policies")
@Produces(Leads.HTML)
class DraftPages {
    private static final int UNFIT = 422;
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final RuleDesk desk;
    private final Outlooks outlooks;
    private final OverrulingDesk overruling;
    private final Ids ids;
    private final Frame frame;

    DraftPages(RuleDesk desk, Outlooks outlooks, OverrulingDesk overruling, Ids ids, Frame frame) {
        this.desk = desk;
        this.outlooks = outlooks;
        this.overruling = overruling;
        this.ids = ids;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance beside(String csrf, Beside beside);

        static native TemplateInstance rule(Shell shell, RuleForm form, Beside beside, String fault);

        private Templates() {}
    }

    /**
     * Nothing is kept. The whole page, or what stands beside the form alone, if that is what a script asks for; a form that a
     * document cannot be read into stays as it is.
     */
    @POST
    @Path("/draft")
    public Response draft(
            MultivaluedMap<String, String> sent, @HeaderParam("HX-Target") @DefaultValue("") String part) {
        Optional<UUID> policy = policy(sent);
        RuleDraft draft = RuleDraft.sent(sent);
        Beside beside = outlooks.beside(
                frame.caller(),
                policy,
                draft,
                RulesPages.edition(first(sent, "edition")),
                first(sent, "do").equals("changes"));
        if (part.equals("beside")) {
            return Response.ok(Templates.beside(frame.csrf(), beside)).build();
        }
        Response.ResponseBuilder page = Response.ok(page(policy, draft, beside, ""));
        return beside.fault().isEmpty()
                ? page.build()
                : page.header("HX-Reswap", "none").build();
    }

    /** Asks a second person to let a policy be saved that breaks what the rules must keep saying. */
    @POST
    @Path("/overruling")
    public Response overrule(MultivaluedMap<String, String> sent) {
        Optional<UUID> policy = policy(sent);
        RuleDraft draft = RuleDraft.sent(sent);
        long edition = RulesPages.edition(first(sent, "edition"));
        try {
            overruling.ask(
                    frame.caller(), () -> edition, () -> new Wanted.With(draft.policy(policy.orElseGet(ids::next))));
            return Leads.to("/policies");
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.CHANGED_MEANWHILE, Kind.UNAVAILABLE);
            Beside beside = outlooks.beside(frame.caller(), policy, draft, edition, false);
            return Response.status(UNFIT)
                    .entity(page(policy, draft, beside, fault))
                    .build();
        }
    }

    private TemplateInstance page(Optional<UUID> policy, RuleDraft sent, Beside beside, String fault) {
        RuleDesk.Choices choices = desk.choices(frame.caller(), policy);
        RuleDraft shown = beside.policy()
                .map(RuleDraft::of)
                .orElseGet(() -> sent.over(choices.policy()
                        .map(stated -> RuleDraft.of(stated.policy()))
                        .orElseGet(RuleDraft::blank)));
        RuleForm form = RuleForm.of(choices, shown).seen(beside.edition());
        return Templates.rule(frame.shell(Place.POLICIES), form, beside, fault);
    }

    private static Optional<UUID> policy(Map<String, List<String>> sent) {
        return Optional.of(first(sent, "policy"))
                .filter(text -> text.matches(ID))
                .map(UUID::fromString);
    }

    private static String first(Map<String, List<String>> sent, String field) {
        return sent.getOrDefault(field, List.of("")).getFirst();
    }
}
