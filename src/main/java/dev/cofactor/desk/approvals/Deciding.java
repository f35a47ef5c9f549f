// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Quorum;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Verdict;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says yes or no. Only a person does, in a session in which he has just proved that it is he; each decision is one change under
 * the head's lock, so of two that contradict each other there is one.
 */
@ApplicationScoped
public class Deciding {
    /** How lately whoever decides must have proved who he is. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}]{1,500}");

    private final Gate gate;
    private final AccessRequests requests;
    private final Grants grants;
    private final Approvers approvers;
    private final Answers answers;
    private final Letters letters;
    private final StepUps stepUps;
    private final Ids ids;

    Deciding(
            Gate gate,
            AccessRequests requests,
            Grants grants,
            Approvers approvers,
            Answers answers,
            Letters letters,
            StepUps stepUps,
            Ids ids) {
        this.gate = gate;
        this.requests = requests;
        this.grants = grants;
        this.approvers = approvers;
        this.answers = answers;
        this.letters = letters;
        this.stepUps = stepUps;
        this.ids = ids;
    }

    /** What a yes gives: all that the clause gives, or less. */
    public record Lesser(OptionalInt uses, Optional<Duration> validFor) {
        public static final Lesser ALL = new Lesser(OptionalInt.empty(), Optional.empty());
        public static final Lesser ONCE = new Lesser(OptionalInt.of(1), Optional.empty());

        public Lesser {
            if (uses.isPresent() && uses.getAsInt() < 1
                    || validFor.filter(time -> time.toSeconds() < 1).isPresent()) {
                throw AccessRefused.malformed("a yes is good for one use and one second at the least");
            }
        }
    }

    /** A request in the light of the rules at one moment: the world's version guards that both are still so at the record. */
    private record Considered(AccessRequest request, RulesNow rules) {}

    /** The last yes that is needed gives what was asked for. */
    public AccessRequest approve(Caller caller, Optional<UUID> id, Lesser lesser) {
        return decide(caller, id, EventClass.ACCESS_APPROVED, (seen, at) -> yes(caller, seen, lesser, at));
    }

    /** One no ends it. @param reason for the asker: one line, which stands in the log's sealed body */
    public AccessRequest reject(Caller caller, Optional<UUID> id, String reason) {
        String line = line(reason);
        return decide(caller, id, EventClass.ACCESS_REJECTED, (seen, at) -> no(caller, seen, line, at));
    }

    /** What is done of it within the change. */
    private interface Step {
        Done<UUID> take(Considered seen, Done.Moment at);
    }

    private AccessRequest decide(Caller caller, Optional<UUID> id, EventClass kind, Step step) {
        AtomicReference<Considered> seen = new AtomicReference<>();
        Supplier<Optional<Sight>> look =
                () -> id.flatMap(one -> considered(caller, one, seen)).map(Deciding::sight);
        gate.admit(caller, Verb.APPROVAL_DECIDE, look);
        if (Asking.isHis(caller, seen.get().request)) {
            throw answers.refused(caller, id, AccessRefused.own());
        }
        stepUps.require(caller, FRESH);
        try {
            Ask ask = new Ask(caller, Verb.APPROVAL_DECIDE, kind, look);
            gate.change(ask, Moves.NOTHING, at -> step.take(now(caller, seen.get(), at.time()), at));
        } catch (Void e) {
            end(seen.get().request);
            throw AccessRefused.isVoid();
        }
        return requests.find(id.orElseThrow()).orElseThrow();
    }

    /** Of whoever could neither say yes nor asked it is as if it were not there. */
    private Optional<Considered> considered(Caller caller, UUID id, AtomicReference<Considered> seen) {
        Optional<Considered> found = person(caller)
                .flatMap(person -> requests.find(id)
                        .filter(request -> !request.glass())
                        .map(request -> new Considered(request, approvers.rules(gate.edition(), request)))
                        .filter(one -> Asking.isHis(caller, one.request)
                                || approvers.mayDecide(person, one.request, one.rules)
                                || said(one.request.id(), person)));
        found.ifPresent(seen::set);
        return found;
    }

    private boolean said(UUID request, UUID person) {
        return requests.verdicts(request).stream().anyMatch(one -> one.person().equals(person));
    }

    /** Under the lock: it waits, he is one of those, and the rules still ask for it. */
    private Considered now(Caller caller, Considered seen, Instant time) {
        AccessRequest request = requests.find(seen.request.id()).orElseThrow();
        UUID person = caller.actor().id();
        if (!request.isOpen(time)) {
            throw AccessRefused.settled();
        }
        if (said(request.id(), person)) {
            throw AccessRefused.saidAlready();
        }
        if (!seen.rules.stillAsk(request)) {
            throw new Void();
        }
        if (!approvers.mayDecide(person, request, seen.rules)) {
            throw AccessRefused.notFound();
        }
        return new Considered(request, seen.rules);
    }

    private Done<UUID> yes(Caller caller, Considered seen, Lesser lesser, Done.Moment at) {
        AccessRequest request = seen.request;
        UUID person = caller.actor().id();
        requests.say(new Verdict(
                ids.next(), request.id(), person, true, lesser.uses(), lesser.validFor(), at.event(), at.time()));
        List<Verdict> said = requests.verdicts(request.id());
        List<UUID> yes = said.stream().map(Verdict::person).toList();
        Details details = about(request)
                .with(Name.APPROVERS, yes.stream().map(UUID::toString).toList());
        Quorum.Standing standing = (one, approval) -> approvers.counts(one, approval, request, seen.rules);
        if (!Quorum.isMet(request.terms().approvals(), yes, standing)) {
            return new Done<>(request.id(), details, List.of());
        }
        UUID grant = ids.next();
        Instant ends = at.time().plus(validFor(request, said));
        requests.settle(request.id(), State.PENDING, State.APPROVED, new Settled(at.time(), person, at.event()));
        grants.give(grant, request.id(), ends, uses(request, said));
        Details given = details.with(Name.GRANT, grant).with(Name.UNTIL, ends.toEpochMilli());
        return new Done<>(request.id(), given, letters.asker(request, AccessKind.ACCESS_GIVEN, at, person));
    }

    private Done<UUID> no(Caller caller, Considered seen, String reason, Done.Moment at) {
        AccessRequest request = seen.request;
        UUID person = caller.actor().id();
        requests.say(new Verdict(
                ids.next(),
                request.id(),
                person,
                false,
                OptionalInt.empty(),
                Optional.empty(),
                at.event(),
                at.time()));
        requests.settle(request.id(), State.PENDING, State.REJECTED, new Settled(at.time(), person, at.event()));
        return new Done<>(
                request.id(),
                about(request).with(Name.REASON, reason),
                letters.asker(request, AccessKind.ACCESS_REJECTED, at, person));
    }

    /** The strictest of all clauses, and of all who said yes. */
    private static Duration validFor(AccessRequest request, List<Verdict> said) {
        return Stream.concat(
                        request.terms().approvals().stream().map(Need.Approval::validFor),
                        said.stream().flatMap(one -> one.validFor().stream()))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static int uses(AccessRequest request, List<Verdict> said) {
        return Stream.concat(
                        request.terms().approvals().stream().map(Need.Approval::uses),
                        said.stream()
                                .map(Verdict::uses)
                                .filter(OptionalInt::isPresent)
                                .map(OptionalInt::getAsInt))
                .min(Integer::compareTo)
                .orElseThrow();
    }

    /** What it was asked for is no way any more: nobody can decide it, and that is a fact of its own. */
    private void end(AccessRequest request) {
        UUID nobody = new Actor.System().id();
        Fact fact = Fact.done(Caller.HOST, EventClass.GRANT_LAPSED, Opening.subject(request.id()))
                .saying(about(request).with(Name.CODE, "request-void"));
        try {
            gate.note(fact, Moves.NOTHING, at -> {
                Settled how = new Settled(at.time(), nobody, at.event());
                if (!requests.settle(request.id(), State.PENDING, State.VOID, how)) {
                    throw AccessRefused.settled();
                }
                return new Done<>(
                        request.id(), Details.none(), letters.asker(request, AccessKind.ACCESS_EXPIRED, at, nobody));
            });
        } catch (AccessRefused e) {
            // Somebody was faster, so it waits no more, which is all that was wanted.
        }
    }

    /** What people write to each other here: one line that says something. */
    static String line(String text) {
        if (!LINE.matcher(text).matches() || Steps.length(text) == 0) {
            throw AccessRefused.malformed("a reason is one line of 1 to 500 characters");
        }
        return text.strip();
    }

    static Details about(AccessRequest request) {
        return Details.none()
                .with(Name.OTHER, request.matter().secret())
                .with(Name.HASH, request.terms().clause());
    }

    private static Sight sight(Considered seen) {
        return Sight.of(Target.installation(), Opening.subject(seen.request.id()), Map.of());
    }

    static Optional<UUID> person(Caller caller) {
        return caller.actor() instanceof Actor.Person person ? Optional.of(person.id()) : Optional.empty();
    }

    /** Thrown out of the change, which then has not happened. */
    private static final class Void extends RuntimeException {
        Void() {
            super(null, null, false, false);
        }
    }
}
