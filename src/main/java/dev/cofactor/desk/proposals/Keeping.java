// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.desk.weighing.Author;
import dev.cofactor.desk.weighing.Gain;
import dev.cofactor.desk.weighing.Holders;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.Outcome;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.grants.ShownCredentials;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps changes that wait, and takes each of them once. */
@ApplicationScoped
class Keeping {
    static final Duration WAITS = Duration.ofDays(7);

    /** That are open at once: each is a message to everybody who could decide. */
    private static final int MOST = 100;

    private static final String ALONE = "alone";

    private final Gate gate;
    private final Proposals proposals;
    private final Bound bound;
    private final Holders holders;
    private final Letters letters;
    private final ShownCredentials shown;
    private final Ids ids;
    private final Clock clock;

    Keeping(
            Gate gate,
            Proposals proposals,
            Bound bound,
            Holders holders,
            Letters letters,
            ShownCredentials shown,
            Ids ids,
            Clock clock) {
        this.gate = gate;
        this.proposals = proposals;
        this.bound = bound;
        this.holders = holders;
        this.letters = letters;
        this.shown = shown;
        this.ids = ids;
        this.clock = clock;
    }

    /** One to be, still without the event that records it. */
    Proposal fresh(Ask ask, Proposed proposed, Author author, MustWait gained) {
        UUID id = ids.next();
        Instant now = clock.instant();
        return new Proposal(
                id,
                proposed.kind(),
                ask.verb().code(),
                author.id(),
                author.machine(),
                proposed.document(),
                Gain.spelled(gained.gains()),
                id,
                now,
                now.plus(WAITS),
                Outcome.WAITS);
    }

    /** Kept, and everybody told who could decide; one that is kept already is not kept twice. */
    Waits keep(Ask ask, Proposal wanted, Author author) {
        Ask proposing = new Ask(
                ask.caller(),
                ask.verb(),
                EventClass.CHANGE_PROPOSED,
                () -> ask.look().get().map(sight -> about(sight, wanted.id())));
        Optional<Proposal> before = same(wanted, State.WAITING);
        if (before.isPresent()) {
            return new Waits(before.get().id());
        }
        return new Waits(gate.change(proposing, Moves.NOTHING, at -> kept(ask, wanted, author, at))
                .result()
                .orElseThrow());
    }

    private Done<UUID> kept(Ask ask, Proposal wanted, Author author, Done.Moment at) {
        if (proposals.open(wanted.author(), at.time()) >= MOST) {
            throw ProposalRefused.tooMany();
        }
        Proposal kept = at(wanted, at, Outcome.WAITS);
        proposals.add(kept);
        Target target = ask.look().get().map(Sight::target).orElseGet(Target::installation);
        List<UUID> others = holders.others(author.people(), ask.verb(), target, gate.edition());
        Details details = Details.none()
                .with(Name.HASH, kept.hash())
                .with(Name.PARTS, List.of(kept.kind()))
                .with(Name.UNTIL, kept.ends().toEpochMilli());
        return new Done<>(
                kept.id(), details, letters.to(others, message(AccessKind.CHANGE_PROPOSED, kept, ask.caller(), at)));
    }

    /** Part of the change that passed: its card says why. */
    List<Claim.Tell> passedAlone(Proposal wanted, Author author, Caller caller, Done.Moment at) {
        Proposal passed = at(
                wanted,
                at,
                new Outcome(State.APPLIED, Optional.empty(), Optional.of(at.time()), Optional.of(ALONE)));
        proposals.add(passed);
        return letters.toAdministratorsAnd(author, message(AccessKind.CHANGE_ALONE, passed, caller, at));
    }

    /** The event of a change that passed says that nobody else was there to be asked. */
    Details saidAlone(Proposal passed, Author author) {
        return Details.none()
                .with(Name.CHANGE, passed.id())
                .with(Name.AUTHOR, author.id())
                .with(Name.CODE, ALONE);
    }

    /** The event of a change that was agreed to names both. */
    Details said(Proposal proposal) {
        return Details.none()
                .with(Name.CHANGE, proposal.id())
                .with(Name.AUTHOR, proposal.author())
                .with(Name.APPROVERS, proposal.outcome().by().map(UUID::toString).stream().toList());
    }

    List<Claim.Tell> tellAuthor(Proposal proposal, Caller by, Done.Moment at) {
        return letters.to(
                List.of(proposal.author()), message(AccessKind.CHANGE_CONFIRMED, proposal, by, at));
    }

    /** What its author may now do, who asks for the very same again. */
    Optional<Proposal> agreedFor(Caller caller, Proposed proposed) {
        return proposals
                .same(
                        caller.actor().id(),
                        proposed.kind(),
                        proposed.document(),
                        State.CONFIRMED,
                        clock.instant())
                .filter(bound::isAsProposed)
                .filter(bound::isAsDecided);
    }

    /** Part of the change: of all who try, one has it. */
    void take(Proposal proposal, Done.Moment at) {
        Outcome applied = new Outcome(State.APPLIED, Optional.empty(), Optional.of(at.time()), Optional.empty());
        if (!at.time().isBefore(proposal.ends()) || !proposals.settle(proposal.id(), State.CONFIRMED, applied)) {
            throw ProposalRefused.decided();
        }
    }

    /** Nobody has done for him what he may not do any more. */
    void requireAuthor(Proposal proposal, Target target, Edition edition) {
        Verb verb = Verb.find(proposal.verb()).orElseThrow(ProposalRefused::altered);
        boolean holds = holders.holds(proposal.author(), proposal.machine(), verb, target, edition);
        if (!holds) {
            throw ProposalRefused.authorGone();
        }
    }

    /** Part of the change: from now on he can come as that service, too. */
    void remember(Set<UUID> people, Watch watch, Done.Moment at) {
        watch.shown().ifPresent(one -> people.forEach(person -> shown.add(one, person, at.time())));
    }

    private Optional<Proposal> same(Proposal wanted, State state) {
        return proposals.same(wanted.author(), wanted.kind(), wanted.document(), state, clock.instant());
    }

    static Message.OfAccess message(AccessKind kind, Proposal about, Caller by, Done.Moment at) {
        return new Message.OfAccess(kind, about.id(), at.event(), by.actor().id());
    }

    static Sight about(Sight sight, UUID change) {
        return new Sight(
                sight.target(),
                Optional.of(new Subject(Subject.Kind.CHANGE, change)),
                Map.of(),
                Details.none(),
                List.of(),
                Optional.empty());
    }

    private static Proposal at(Proposal wanted, Done.Moment at, Outcome outcome) {
        return new Proposal(
                wanted.id(),
                wanted.kind(),
                wanted.verb(),
                wanted.author(),
                wanted.machine(),
                wanted.document(),
                wanted.gains(),
                at.event(),
                at.time(),
                at.time().plus(WAITS),
                outcome);
    }
}
