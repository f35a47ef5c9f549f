// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.people.Activation;
import dev.cofactor.desk.provider.Proven;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What is proven, made to count: each is one change, in which the attempt is used up. */
@ApplicationScoped
class Entrance {
    static final String METHOD = "oidc";
    private static final Details BY_SSO = Details.none().with(Name.METHOD, METHOD);

    private final LinkRows links;
    private final OnceRows once;
    private final Arrivals arrivals;
    private final Activation activation;
    private final People people;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;

    Entrance(
            LinkRows links,
            OnceRows once,
            Arrivals arrivals,
            Activation activation,
            People people,
            Gate gate,
            Ids ids,
            Clock clock) {
        this.links = links;
        this.once = once;
        this.arrivals = arrivals;
        this.activation = activation;
        this.people = people;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    SessionToken signIn(Attempt attempt, Proven proven, Line line) {
        UUID person = QuarkusTransaction.requiringNew().call(() -> linked(proven));
        UUID session = ids.next();
        Fact opened = Fact.done(
                        Caller.person(person, session, line), EventClass.SESSION_OPENED, Sessions.subject(session))
                .saying(BY_SSO);
        return gate.note(opened, Moves.NOTHING, at -> {
            // Again, under the head: the link or the person may have gone while the change waited.
            if (!linked(proven).equals(person)) {
                throw SsoRefused.unlinked();
            }
            useUp(attempt);
            Arrivals.Opened begun = arrivals.open(session, person, proven);
            return new Done<>(begun.token(), Details.none().with(Name.COUNT, begun.groups()), List.of());
        });
    }

    SessionToken activate(Attempt attempt, Proven proven, Line line) {
        return activation.activateVouched(attempt.carried(), line, BY_SSO, (person, session) -> {
            useUp(attempt);
            add(proven, person);
            return arrivals.open(session, person, proven).token();
        });
    }

    void link(Attempt attempt, Proven proven, Session session, Line line) {
        Fact linked = Fact.done(session.caller(line), EventClass.SSO_LINKED, Links.subject(session.person()))
                .saying(BY_SSO);
        gate.note(linked.whileSignedIn(), Moves.NOTHING, at -> {
            useUp(attempt);
            if (!once.take(attempt.hash(), session.id(), clock.instant())) {
                throw SsoRefused.anotherAttempt();
            }
            add(proven, session.person());
            return Done.of(session.person());
        });
    }

    private UUID linked(Proven proven) {
        UUID person = links.personOf(proven.issuer(), proven.subject()).orElseThrow(SsoRefused::unlinked);
        if (people.find(person).filter(Person::active).isEmpty()) {
            throw SsoRefused.suspended();
        }
        return person;
    }

    private void add(Proven proven, UUID person) {
        if (!links.add(proven.issuer(), proven.subject(), person, clock.instant())) {
            throw SsoRefused.taken();
        }
    }

    /** However many come back with it together, one goes on. */
    private void useUp(Attempt attempt) {
        if (!once.use(attempt.hash(), clock.instant())) {
            throw SsoRefused.anotherAttempt();
        }
    }
}
