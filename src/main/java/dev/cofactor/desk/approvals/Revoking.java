// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes back what was given. It only ever shuts, so it wants no fresh proof: whoever could decide it may, whoever may change the
 * rules, and whoever has it. From the answer on nothing is released by it, on any node.
 */
@ApplicationScoped
public class Revoking {
    private final Gate gate;
    private final AccessRequests requests;
    private final Grants grants;
    private final Approvers approvers;
    private final Letters letters;

    Revoking(Gate gate, AccessRequests requests, Grants grants, Approvers approvers, Letters letters) {
        this.gate = gate;
        this.requests = requests;
        this.grants = grants;
        this.approvers = approvers;
        this.letters = letters;
    }

    public AccessRequest revoke(Caller caller, Optional<UUID> id) {
        Optional<AccessRequest> his = id.flatMap(requests::find).filter(request -> Asking.isHis(caller, request));
        if (his.isPresent()) {
            Fact fact = Fact.done(
                            caller,
                            EventClass.GRANT_REVOKED,
                            Opening.subject(his.get().id()))
                    .saying(Deciding.about(his.get()))
                    .whileSignedIn();
            gate.note(fact, Moves.NOTHING, at -> ended(caller, his.get(), at));
        } else {
            Verb verb = Whom.may(gate.view(caller), Verb.APPROVAL_DECIDE) ? Verb.APPROVAL_DECIDE : Verb.POLICY_EDIT;
            Ask ask = new Ask(caller, verb, EventClass.GRANT_REVOKED, () -> id.flatMap(one -> seen(caller, one)));
            gate.change(
                    ask,
                    Moves.NOTHING,
                    at -> ended(caller, requests.find(id.orElseThrow()).orElseThrow(), at));
        }
        return requests.find(id.orElseThrow()).orElseThrow();
    }

    private Optional<Sight> seen(Caller caller, UUID id) {
        return requests.find(id)
                .filter(request -> mayRevoke(caller, request))
                .map(request -> Sight.of(Target.installation(), Opening.subject(id), Map.of())
                        .saying(Deciding.about(request)));
    }

    private boolean mayRevoke(Caller caller, AccessRequest request) {
        return Deciding.person(caller)
                .filter(person -> couldDecide(person, request) || Whom.may(gate.view(caller), Verb.POLICY_EDIT))
                .isPresent();
    }

    private boolean couldDecide(UUID person, AccessRequest request) {
        UUID self = request.asker().self();
        boolean said = requests.verdicts(request.id()).stream()
                .anyMatch(one -> one.person().equals(person));
        return said
                || approvers.passedOver(request.terms().approvals(), self).contains(person)
                || approvers.passedOver(request.terms().skipped(), self).contains(person);
    }

    private Done<UUID> ended(Caller caller, AccessRequest request, Done.Moment at) {
        UUID by = caller.actor().id();
        boolean stands =
                grants.of(request.id()).filter(left -> left.stands(at.time())).isPresent();
        if (!stands || !grants.end(request.id(), "revoked")) {
            throw AccessRefused.nothingGiven();
        }
        requests.settle(request.id(), State.APPROVED, State.REVOKED, new Settled(at.time(), by, at.event()));
        return new Done<>(request.id(), Details.none(), letters.asker(request, AccessKind.GRANT_REVOKED, at, by));
    }
}
