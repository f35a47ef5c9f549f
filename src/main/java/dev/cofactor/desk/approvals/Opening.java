// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Asker;
import dev.cofactor.ledger.grants.AccessRequest.Key;
import dev.cofactor.ledger.grants.AccessRequest.Matter;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequest.Terms;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes down what is asked, and what is taken: one of each need, however many ask for it at the same time. */
@Singleton
class Opening {
    /** Of one hand; whoever wants more at a time needs a policy. */
    static final int MOST_WAITING = 50;

    private final AccessRequests requests;
    private final Grants grants;
    private final Whom whom;
    private final Letters letters;
    private final Gate gate;
    private final Ids ids;

    Opening(AccessRequests requests, Grants grants, Whom whom, Letters letters, Gate gate, Ids ids) {
        this.requests = requests;
        this.grants = grants;
        this.whom = whom;
        this.letters = letters;
        this.gate = gate;
        this.ids = ids;
    }

    /** What is asked for: by whom, and in whose words. */
    record Wanted(Caller caller, Verb verb, Placed secret, Way way, Given given) {
        Key key() {
            return new Key(
                    caller.hand(),
                    caller.run(),
                    verb.code(),
                    secret.secret(),
                    way.clause().orElseThrow());
        }
    }

    /** @return the one that waits for this need: another one, where somebody was faster */
    AccessRequest ask(Wanted wanted) {
        Duration time = wanted.way.approvals().stream()
                .map(Need.Approval::decideWithin)
                .min(Duration::compareTo)
                .orElseThrow();
        UUID id = ids.next();
        AccessRequest draft = request(id, wanted, List.of(), id, requests.now(), time);
        Set<UUID> asked = whom.canDecide(draft);
        Fact fact = fact(EventClass.ACCESS_REQUESTED, draft, wanted);
        try {
            return gate.note(fact, Moves.NOTHING, at -> {
                AccessRequest open = request(id, wanted, List.of(), at.event(), at.time(), time);
                mustBeTheOnlyOne(wanted.key(), at);
                if (requests.waiting(wanted.caller.hand()) >= MOST_WAITING) {
                    throw AccessRefused.tooManyWait();
                }
                requests.add(open);
                UUID by = wanted.caller.actor().id();
                Details until =
                        Details.none().with(Name.UNTIL, open.terms().decideBy().toEpochMilli());
                return new Done<>(open, until, letters.to(asked, AccessKind.ACCESS_ASKED, id, at, by));
            });
        } catch (Waits e) {
            return e.request;
        }
    }

    /** @return what was broken for this need and still holds: an older one, where there is such a one */
    AccessRequest breakGlass(Wanted wanted, Need.BreakGlass glass, List<Need.Approval> skipped) {
        UUID id = ids.next();
        AccessRequest draft = request(id, wanted, skipped, id, requests.now(), glass.validFor());
        Set<UUID> told = whom.hearTheGlass(draft, wanted.secret);
        Fact fact = fact(EventClass.GLASS_BROKEN, draft, wanted);
        try {
            return gate.note(fact, Moves.NOTHING, at -> {
                mustHoldNothing(wanted.key(), at.time());
                AccessRequest broken = request(id, wanted, skipped, at.event(), at.time(), glass.validFor());
                requests.add(broken);
                UUID grant = ids.next();
                grants.give(grant, id, broken.terms().decideBy(), glass.uses());
                UUID by = wanted.caller.actor().id();
                Details given = Details.none()
                        .with(Name.GRANT, grant)
                        .with(Name.UNTIL, broken.terms().decideBy().toEpochMilli());
                return new Done<>(broken, given, letters.to(told, AccessKind.GLASS_BROKEN, id, at, by));
            });
        } catch (Waits e) {
            return e.request;
        }
    }

    /** Under the lock. One whose time is over makes room: that it lapsed is told when its asker looks. */
    private void mustBeTheOnlyOne(Key key, Done.Moment at) {
        requests.latest(key).filter(last -> last.state() == State.PENDING).ifPresent(last -> {
            if (last.isOpen(at.time())) {
                throw new Waits(last);
            }
            UUID nobody = new Actor.System().id();
            requests.settle(last.id(), State.PENDING, State.EXPIRED, new Settled(at.time(), nobody, at.event()));
        });
    }

    private void mustHoldNothing(Key key, Instant now) {
        requests.latest(key)
                .filter(last ->
                        grants.of(last.id()).filter(left -> left.stands(now)).isPresent())
                .ifPresent(last -> {
                    throw new Waits(last);
                });
    }

    private static Fact fact(EventClass kind, AccessRequest draft, Wanted wanted) {
        Details details = Details.none()
                .with(Name.VERB, wanted.verb.code())
                .with(Name.OTHER, wanted.secret.secret())
                .with(Name.HASH, draft.terms().clause())
                .with(Name.REASON, wanted.given.reason())
                .with(Name.TICKET, wanted.given.ticket());
        return Fact.done(wanted.caller, kind, subject(draft.id()))
                .saying(details)
                .whileSignedIn()
                .byAgentsToo();
    }

    static Subject subject(UUID request) {
        return new Subject(Subject.Kind.REQUEST, request);
    }

    /** Taken and not asked where others are passed over: then it is settled as it is made. */
    private static AccessRequest request(
            UUID id, Wanted wanted, List<Need.Approval> skipped, UUID event, Instant now, Duration time) {
        boolean glass = wanted.way.glass().isPresent();
        Asker asker = new Asker(
                wanted.caller.hand(),
                wanted.caller.actor(),
                person(wanted.caller),
                wanted.caller.session(),
                wanted.caller.run());
        Matter matter = new Matter(
                wanted.verb.code(),
                wanted.secret.secret(),
                wanted.secret.path(),
                wanted.secret.templateId(),
                wanted.secret.templateVersion());
        Terms terms = new Terms(
                wanted.way.clause().orElseThrow(),
                wanted.way.needs(),
                skipped,
                wanted.given.reason().map(Steps::length).orElse(0),
                wanted.given.ticket(),
                event,
                now,
                now.plus(time));
        Optional<Settled> settled =
                Optional.of(new Settled(now, wanted.caller.actor().id(), event)).filter(taken -> glass);
        State state = glass ? State.APPROVED : State.PENDING;
        return new AccessRequest(id, glass, asker, matter, terms, state, settled, Optional.empty());
    }

    static Optional<UUID> person(Caller caller) {
        return switch (caller.actor()) {
            case Actor.Person person -> Optional.of(person.id());
            case Actor.Agent agent -> Optional.of(agent.person());
            case Actor.Service service -> Optional.empty();
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
    }

    /** There is one already, which is all that was wanted; nothing is recorded. */
    private static final class Waits extends RuntimeException {
        private final transient AccessRequest request;

        Waits(AccessRequest request) {
            super(null, null, false, false);
            this.request = request;
        }
    }
}
