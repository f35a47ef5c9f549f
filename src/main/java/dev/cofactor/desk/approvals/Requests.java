// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows requests to those whom they concern: whoever asked, whoever could decide or did, and auditors. Looking changes nothing. */
@ApplicationScoped
public class Requests {
    /** So many that wait are looked through for one reader; the oldest come first, so no one's is left out for ever. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final Gate gate;
    private final AccessRequests requests;
    private final Approvers approvers;
    private final Whom whom;
    private final Cards cards;
    private final Answers answers;

    Requests(Gate gate, AccessRequests requests, Approvers approvers, Whom whom, Cards cards, Answers answers) {
        this.gate = gate;
        this.requests = requests;
        this.approvers = approvers;
        this.whom = whom;
        this.cards = cards;
        this.answers = answers;
    }

    /** What waits for his word and has not had it, the oldest first. A machine decides nothing. */
    public Card.Page waiting(Caller caller, Optional<UUID> after, int limit) {
        View view = somebody(caller);
        Optional<UUID> person = Deciding.person(caller).filter(one -> Whom.may(view, Verb.APPROVAL_DECIDE));
        List<AccessRequest> his = person.map(this::forHim).orElse(List.of());
        List<AccessRequest> rest = after.map(last -> his.stream()
                        .dropWhile(one -> !one.id().equals(last))
                        .skip(1)
                        .toList())
                .orElse(his);
        return page(rest, limit);
    }

    /** How many wait for his word. */
    public int waiting(Caller caller) {
        View view = somebody(caller);
        return Deciding.person(caller)
                .filter(one -> Whom.may(view, Verb.APPROVAL_DECIDE))
                .map(person -> forHim(person).size())
                .orElse(0);
    }

    /**
     * What hangs in the air for somebody.
     *
     * @param toDecide what waits for his word; {@code own}: what he asked for, and somebody can still decide
     */
    public record Awaited(Set<UUID> toDecide, Set<UUID> own) {}

    public Awaited awaited(Caller caller) {
        View view = somebody(caller);
        List<AccessRequest> open = requests.open(MOST_LOOKED_AT);
        Set<UUID> toDecide = Deciding.person(caller)
                .filter(one -> Whom.may(view, Verb.APPROVAL_DECIDE))
                .map(person -> ids(forHim(person, open).stream()))
                .orElse(Set.of());
        return new Awaited(toDecide, ids(open.stream().filter(request -> Asking.isHis(caller, request))));
    }

    private static Set<UUID> ids(Stream<AccessRequest> some) {
        return some.map(AccessRequest::id).collect(Collectors.toSet());
    }

    /** What became of one that he asked for himself; nothing, where that is not so. */
    public Optional<AccessRequest.State> outcome(Caller caller, UUID id) {
        return requests.find(id)
                .filter(request -> Asking.isHis(caller, request))
                .map(AccessRequest::state);
    }

    /** Other than before when one was asked for, decided, or ran out of time, whoever it was: one query for all who look on. */
    public String beat() {
        return gate.edition().number() + ":" + requests.beat();
    }

    /** What he asked for, and what agents asked for him, the newest first. */
    public Card.Page mine(Caller caller, Optional<UUID> before, int limit) {
        return own(caller, false, before, limit);
    }

    /** The same, and what he decided or looked at. */
    public Card.Page history(Caller caller, Optional<UUID> before, int limit) {
        return own(caller, true, before, limit);
    }

    /** With those who could decide it now. Of what is nothing to him he hears that there is nothing. */
    public Card card(Caller caller, Optional<UUID> id) {
        View view = somebody(caller);
        AccessRequest request = id.flatMap(requests::find)
                .filter(found -> concerns(caller, view, found) || isAuditor(view))
                .orElseThrow(() -> answers.notFound(caller, id));
        // A reason is for those who ask and decide; an auditor reads it on the log, which says that he did.
        return cards.of(request, concerns(caller, view, request), waits(request) ? whom.canDecide(request) : Set.of());
    }

    private boolean waits(AccessRequest request) {
        return request.isOpen(requests.now());
    }

    private Card.Page own(Caller caller, boolean decidedToo, Optional<UUID> before, int limit) {
        somebody(caller);
        return page(requests.of(self(caller), decidedToo, before, limit + 1), limit);
    }

    private Card.Page page(List<AccessRequest> some, int limit) {
        List<Card> shown = cards.all(some.stream().limit(limit).toList(), true);
        boolean more = some.size() > limit;
        return new Card.Page(shown, more ? Optional.of(shown.getLast().request().id()) : Optional.empty());
    }

    private List<AccessRequest> forHim(UUID person) {
        return forHim(person, requests.open(MOST_LOOKED_AT));
    }

    private List<AccessRequest> forHim(UUID person, List<AccessRequest> open) {
        Edition edition = gate.edition();
        Set<UUID> said = requests.verdicts(open.stream().map(AccessRequest::id).toList()).stream()
                .filter(one -> one.person().equals(person))
                .map(Verdict::request)
                .collect(Collectors.toSet());
        return open.stream()
                .filter(request -> !said.contains(request.id()))
                .filter(request -> mayDecide(person, request, edition))
                .toList();
    }

    /** The rules are looked at for those alone whom the clause names anyway. */
    private boolean mayDecide(UUID person, AccessRequest request, Edition edition) {
        UUID self = request.asker().self();
        return request.terms().approvals().stream().anyMatch(one -> approvers.isNamed(person, one, self))
                && approvers.mayDecide(person, request, approvers.rules(edition, request));
    }

    private boolean concerns(Caller caller, View view, AccessRequest request) {
        return Asking.isHis(caller, request)
                || Deciding.person(caller)
                        .filter(person -> mayDecide(person, request, gate.edition())
                                || tookPart(person, request)
                                || isForReview(person, view, request))
                        .isPresent();
    }

    private boolean tookPart(UUID person, AccessRequest request) {
        return requests.verdicts(request.id()).stream()
                        .anyMatch(one -> one.person().equals(person))
                || request.review().filter(how -> how.by().equals(person)).isPresent();
    }

    private boolean isForReview(UUID person, View view, AccessRequest request) {
        return request.glass()
                && (Whom.may(view, Verb.ACCESS_REVIEW)
                        || approvers
                                .passedOver(
                                        request.terms().skipped(),
                                        request.asker().self())
                                .contains(person));
    }

    private static boolean isAuditor(View view) {
        return Whom.may(view, Verb.AUDIT_READ);
    }

    private View somebody(Caller caller) {
        View view = gate.view(caller);
        if (!view.isOfSomebody()) {
            throw AccessRefused.unauthenticated();
        }
        return view;
    }

    /** A machine's are those of its hand: what an agent asks for another person is not this one's. */
    private static UUID self(Caller caller) {
        return caller.actor() instanceof Actor.Person person ? person.id() : caller.hand();
    }
}
