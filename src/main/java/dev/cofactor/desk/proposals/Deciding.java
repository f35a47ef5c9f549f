// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.Outcome;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.grants.ShownCredentials;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Says yes or no to a change of somebody else, or takes one's own back. A yes is on the log before anything is done, and
 * what is then done names both; whoever comes second finds it decided.
 */
@ApplicationScoped
public class Deciding {
    /** How lately whoever decides must have proved that it is he. */
    public static final int FRESH_MINUTES = 5;

    private final Gate gate;
    private final Proposals proposals;
    private final Kinds kinds;
    private final Bound bound;
    private final Proving proving;
    private final ShownCredentials shown;
    private final Letters letters;

    Deciding(
            Gate gate,
            Proposals proposals,
            Kinds kinds,
            Bound bound,
            Proving proving,
            ShownCredentials shown,
            Letters letters) {
        this.gate = gate;
        this.proposals = proposals;
        this.kinds = kinds;
        this.bound = bound;
        this.proving = proving;
        this.shown = shown;
        this.letters = letters;
    }

    /** @throws Problem also where it was agreed to and cannot be done any more: it is void then, and says why */
    public void confirm(Caller caller, UUID change) {
        Proposal proposal = asked(caller, change);
        Kind kind = kinds.of(proposal);
        Proposal confirmed = proposal.state() == State.WAITING ? confirmed(caller, proposal, kind) : agreed(proposal);
        if (!kind.isForItsAuthor()) {
            apply(caller, confirmed, kind);
        }
    }

    public void decline(Caller caller, UUID change) {
        Proposal proposal = asked(caller, change);
        decided(caller, proposal, kinds.of(proposal), State.DECLINED, AccessKind.CHANGE_DECLINED);
    }

    /** One's own, as long as it is not done: the right is not asked for, for he may have lost it. */
    public void withdraw(Caller caller, UUID change) {
        Proposal proposal = proposals
                .find(change)
                .filter(found -> found.author().equals(caller.actor().id()))
                .orElseThrow(() -> missing(caller));
        gate.note(fact(caller, proposal).whileSignedIn(), Moves.NOTHING, at -> {
            settle(proposal, proposal.state(), outcome(State.WITHDRAWN, caller, at, Optional.empty()), at);
            return new Done<>(change, said(proposal, State.WITHDRAWN), List.of());
        });
    }

    /** Admits a second person, who has proved that it is he, to a change that is what it says. */
    private Proposal asked(Caller caller, UUID change) {
        Proposal proposal = proposals.find(change).orElseThrow(() -> missing(caller));
        Kind kind = kinds.of(proposal);
        gate.admit(caller, kind.verb(), () -> kinds.seen(kind, proposal, caller));
        if (!(caller.actor() instanceof Actor.Person) || caller.session().isEmpty()) {
            throw refused(caller, ProposalRefused.notInPerson());
        }
        if (isAuthor(caller.actor().id(), proposal)) {
            throw refused(caller, ProposalRefused.oneself());
        }
        proving.require(caller, Duration.ofMinutes(FRESH_MINUTES));
        if (!bound.isAsProposed(proposal)) {
            throw refused(caller, ProposalRefused.altered());
        }
        return proposal;
    }

    /** Of a service, whoever has seen what it shows could have asked in its name. */
    boolean isAuthor(UUID person, Proposal proposal) {
        return proposal.machine()
                ? shown.whoSawAnythingOf(proposal.author()).contains(person)
                : proposal.author().equals(person);
    }

    private Proposal confirmed(Caller caller, Proposal proposal, Kind kind) {
        decided(caller, proposal, kind, State.CONFIRMED, AccessKind.CHANGE_CONFIRMED);
        return proposals.find(proposal.id()).orElseThrow(ProposalRefused::decided);
    }

    /** Somebody has said yes, and it was never done: a node fell over in between. */
    private Proposal agreed(Proposal proposal) {
        if (proposal.state() != State.CONFIRMED || !bound.isAsDecided(proposal)) {
            throw ProposalRefused.decided();
        }
        return proposal;
    }

    private void decided(Caller caller, Proposal proposal, Kind kind, State to, AccessKind told) {
        Ask ask = new Ask(
                caller,
                kind.verb(),
                EventClass.CHANGE_DECIDED,
                () -> kind.look(kinds.proposed(proposal), caller).map(sight -> Keeping.about(sight, proposal.id())));
        gate.change(ask, Moves.NOTHING, at -> {
            settle(proposal, State.WAITING, outcome(to, caller, at, Optional.empty()), at);
            // What is done at once tells him when it is done.
            boolean later = to == State.CONFIRMED && !kind.isForItsAuthor();
            return new Done<>(
                    proposal.id(), said(proposal, to), later ? List.of() : tellAuthor(told, proposal, caller, at));
        });
    }

    private void apply(Caller caller, Proposal confirmed, Kind kind) {
        try {
            kind.apply(kinds.proposed(confirmed).by(new Permit(confirmed)), caller);
        } catch (Problem e) {
            if (isForGood(e)) {
                voided(caller, confirmed, e);
            }
            throw e;
        }
    }

    /** Whether it would be the same tomorrow. That another was faster, or that the log is away, says nothing of the change. */
    private static boolean isForGood(Problem problem) {
        return switch (problem.kind()) {
            case INVALID, CONFLICT, CHANGED_MEANWHILE, NOT_FOUND, TOO_LARGE, CONDITION_MISSING ->
                !problem.code().equals(ProposalRefused.decided().code());
            case UNAUTHENTICATED, FORBIDDEN, TOO_MANY, UNAVAILABLE -> false;
        };
    }

    private void voided(Caller caller, Proposal proposal, Problem why) {
        gate.note(fact(caller, proposal), Moves.NOTHING, at -> {
            Outcome outcome = outcome(State.VOID, caller, at, Optional.of(why.code()));
            boolean done = proposals.settle(proposal.id(), State.CONFIRMED, outcome);
            Details details = said(proposal, State.VOID).with(Name.PARTS, List.of(why.code()));
            return new Done<>(
                    done,
                    details,
                    done ? tellAuthor(AccessKind.CHANGE_DECLINED, proposal, caller, at) : List.of());
        });
    }

    private void settle(Proposal proposal, State from, Outcome to, Done.Moment at) {
        boolean open = from == State.WAITING || from == State.CONFIRMED;
        if (!open || !at.time().isBefore(proposal.ends()) || !proposals.settle(proposal.id(), from, to)) {
            throw ProposalRefused.decided();
        }
    }

    private List<Claim.Tell> tellAuthor(AccessKind kind, Proposal proposal, Caller by, Done.Moment at) {
        Message.OfAccess message = Keeping.message(kind, proposal, by, at);
        return letters.to(List.of(proposal.author()), message);
    }

    private static Outcome outcome(State state, Caller by, Done.Moment at, Optional<String> why) {
        return new Outcome(state, Optional.of(by.actor().id()), Optional.of(at.time()), why);
    }

    /** Who decides is the event's actor; whose change it was stands beside. */
    private static Details said(Proposal proposal, State state) {
        return Details.none()
                .with(Name.AUTHOR, proposal.author())
                .with(Name.CODE, state.word())
                .with(Name.HASH, proposal.hash());
    }

    private static Fact fact(Caller caller, Proposal proposal) {
        return Fact.done(caller, EventClass.CHANGE_DECIDED, new Subject(Subject.Kind.CHANGE, proposal.id()));
    }

    private Problem refused(Caller caller, Problem why) {
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED)
                .saying(Details.none().with(Name.CODE, why.code())));
        return why;
    }

    /** Told as the gate tells it, and recorded. */
    private Problem missing(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, Optional::empty);
        return ProposalRefused.notFound();
    }
}
