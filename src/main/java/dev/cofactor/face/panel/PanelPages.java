// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Ahead;
import dev.cofactor.face.consent.StepsAhead;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Unattended;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * What stands beneath the code: the steps to it, who had one last, the other fields, the backup codes. A part of a page, for
 * the panel's script; whoever opens its address is led to the page of the code. Looking takes nothing and leaves no record.
 */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/panel")
@Produces(Leads.HTML)
class PanelPages {
    private final Gate gate;
    private final Catalogue catalogue;
    private final SecretView secrets;
    private final Seeds seeds;
    private final Insides insides;
    private final Counts counts;
    private final Uses uses;
    private final StepsAhead steps;
    private final Frame frame;

    PanelPages(
            Gate gate,
            Catalogue catalogue,
            SecretView secrets,
            Seeds seeds,
            Insides insides,
            Counts counts,
            Uses uses,
            StepsAhead steps,
            Frame frame) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.seeds = seeds;
        this.insides = insides;
        this.counts = counts;
        this.uses = uses;
        this.steps = steps;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance aside(String csrf, Aside aside);

        private Templates() {}
    }

    /** @param part that a script asks, which has a panel to put it into */
    @GET
    @Unattended // who follows a request in an open panel need not sit there
    public Response aside(@PathParam("id") String id, @HeaderParam("HX-Request") @DefaultValue("") String part) {
        if (part.isEmpty()) {
            return Leads.to("/secrets/" + id + "/code");
        }
        Caller caller = frame.caller();
        View view = gate.viewOfMany(caller);
        Optional<Placed> found = catalogue.find(id).filter(one -> uses(view, target(one)));
        if (found.isEmpty()) {
            gate.admit(caller, Verb.CODE_FETCH, () -> catalogue.find(id).map(one -> Sight.of(one, caller)));
            return Leads.to("/secrets/" + id + "/code"); // it was given this very moment
        }
        return Response.ok(Templates.aside(frame.csrf(), aside(caller, view, found.get(), id)))
                .build();
    }

    private Aside aside(Caller caller, View view, Placed secret, String id) {
        Target target = target(secret);
        boolean reads = view.may(Verb.SECRET_READ_META, target) || view.may(Verb.SECRET_EDIT, target);
        boolean takes = hopes(view, Verb.BACKUP_CODE_TAKE, target);
        Optional<Ahead> ahead = seeds.isServing(secret)
                ? steps.of(caller, secret, Verb.CODE_FETCH, "/secrets/" + id + "/code")
                : Optional.empty();
        Uses.Last last = reads ? uses.last(secret) : new Uses.Last(Optional.empty(), Optional.empty());
        List<PoolLook> pools = reads || takes
                ? counts.counts(secret).stream().map(PoolLook::of).toList()
                : List.of();
        return new Aside(
                id,
                ahead.orElse(null),
                reads ? insides.of(caller, secrets.one(caller, id)) : null,
                pools,
                takes,
                last.use().map(Deed::of).orElse(null),
                last.report().map(Deed::of).orElse(null));
    }

    private Target target(Placed secret) {
        return Sight.of(secret, frame.caller()).target();
    }

    private static boolean uses(View view, Target target) {
        return hopes(view, Verb.CODE_FETCH, target)
                || hopes(view, Verb.BACKUP_CODE_TAKE, target)
                || view.may(Verb.SECRET_READ_META, target);
    }

    /** If need be after some step. */
    private static boolean hopes(View view, Verb verb, Target target) {
        return view.decide(verb, target)
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }
}
