// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What is left open by a broken glass: somebody else looks at what was done with it, and says what he found. Never whoever broke
 * it, nor the person for whom an agent did.
 */
@ApplicationScoped
public class GlassReviews {
    private static final int MOST = 200;

    private final Gate gate;
    private final AccessRequests requests;
    private final Approvers approvers;
    private final Cards cards;
    private final Answers answers;
    private final Letters letters;
    private final StepUps stepUps;

    GlassReviews(
            Gate gate,
            AccessRequests requests,
            Approvers approvers,
            Cards cards,
            Answers answers,
            Letters letters,
            StepUps stepUps) {
        this.gate = gate;
        this.requests = requests;
        this.approvers = approvers;
        this.cards = cards;
        this.answers = answers;
        this.letters = letters;
        this.stepUps = stepUps;
    }

    /** Those that he could close, the oldest first. */
    public List<Card> open(Caller caller) {
        View view = gate.view(caller);
        if (!view.isOfSomebody()) {
            throw AccessRefused.unauthenticated();
        }
        List<AccessRequest> his = requests.unreviewed(MOST).stream()
                .filter(request -> mayReview(caller, view, request))
                .toList();
        return cards.all(his, true);
    }

    /** @param words what he found: one line, which stands in the log's sealed body */
    public Card close(Caller caller, Optional<UUID> id, String words) {
        Verb verb = Whom.may(gate.view(caller), Verb.ACCESS_REVIEW) ? Verb.ACCESS_REVIEW : Verb.APPROVAL_DECIDE;
        Supplier<Optional<Sight>> look = () -> id.flatMap(requests::find)
                .filter(request -> Asking.isHis(caller, request) || mayReview(caller, gate.view(caller), request))
                .map(request -> Sight.of(Target.installation(), Opening.subject(request.id()), Map.of()));
        gate.admit(caller, verb, look);
        AccessRequest broken = requests.find(id.orElseThrow()).orElseThrow();
        if (Asking.isHis(caller, broken)) {
            throw answers.refused(caller, id, AccessRefused.own());
        }
        stepUps.require(caller, Deciding.FRESH);
        String line = Deciding.line(words);
        gate.change(new Ask(caller, verb, EventClass.BREAK_GLASS_REVIEWED, look), Moves.NOTHING, at -> {
            UUID by = caller.actor().id();
            if (!requests.review(broken.id(), new Settled(at.time(), by, at.event()))) {
                throw AccessRefused.reviewed();
            }
            return new Done<>(
                    broken.id(),
                    Deciding.about(broken).with(Name.REASON, line),
                    letters.asker(broken, AccessKind.GLASS_REVIEWED, at, by));
        });
        return cards.of(requests.find(broken.id()).orElseThrow(), true, List.of());
    }

    private boolean mayReview(Caller caller, View view, AccessRequest request) {
        UUID self = request.asker().self();
        return request.glass()
                && !Asking.isHis(caller, request)
                && Deciding.person(caller)
                        .filter(person -> !person.equals(self))
                        .filter(person -> Whom.may(view, Verb.ACCESS_REVIEW)
                                || approvers
                                        .passedOver(request.terms().skipped(), self)
                                        .contains(person))
                        .isPresent();
    }
}
