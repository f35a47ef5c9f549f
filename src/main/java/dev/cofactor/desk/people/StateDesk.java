// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person.Belongings;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Suspends people, lets them back, and removes them. Each is one change under the head's lock, so what somebody had is
 * gone with the answer, on every node. Nobody does it to himself: he could not see what became of it, and whoever sits at
 * his browser could.
 */
@ApplicationScoped
public class StateDesk {
    static final String SUSPENDED = "person-suspended";
    static final String REMOVED = "person-removed";
    static final String PERSON = "person";

    private final Gate gate;
    private final SecondPerson second;
    private final PeopleDesk desk;
    private final People people;
    private final Groups groups;
    private final Administrators administrators;
    private final Sessions sessions;
    private final Grants grants;
    private final Instance<Belongings> belongings;

    StateDesk(
            Gate gate,
            SecondPerson second,
            PeopleDesk desk,
            People people,
            Groups groups,
            Administrators administrators,
            Sessions sessions,
            Grants grants,
            Instance<Belongings> belongings) {
        this.gate = gate;
        this.second = second;
        this.desk = desk;
        this.people = people;
        this.groups = groups;
        this.administrators = administrators;
        this.sessions = sessions;
        this.grants = grants;
        this.belongings = belongings;
    }

    /** He keeps his groups, his password and his factors, and none of them is good for anything until he is let back. */
    public PeopleDesk.Seen suspend(Caller caller, UUID person) {
        return suspend(caller, Proposed.of(SUSPENDED, Map.of(PERSON, person.toString())));
    }

    PeopleDesk.Seen suspend(Caller caller, Proposed change) {
        UUID person = change.id(PERSON);
        return weighed(caller, EventClass.PERSON_SUSPENDED, change, at -> {
            if (!administrators.keepingOne(() -> people.suspend(person))) {
                throw PeopleRefused.notActive();
            }
            end(caller, person, "suspended", at);
            return ended(sessions.closeAllOf(person));
        });
    }

    /** He signs in anew: a session that began while he was being suspended ends here at the latest. */
    public PeopleDesk.Seen restore(Caller caller, UUID person) {
        return changed(caller, EventClass.PERSON_RESTORED, person, at -> {
            if (!people.restore(person)) {
                throw PeopleRefused.notSuspended();
            }
            return ended(sessions.closeAllOf(person));
        });
    }

    /** For good. Whatever he showed himself with is erased, his groups end, and nobody gets into his folder any more. */
    public PeopleDesk.Seen remove(Caller caller, UUID person) {
        return remove(caller, Proposed.of(REMOVED, Map.of(PERSON, person.toString())));
    }

    PeopleDesk.Seen remove(Caller caller, Proposed change) {
        UUID person = change.id(PERSON);
        return weighed(caller, EventClass.PERSON_REMOVED, change, at -> {
            long stood = groups.lastOf(person).size();
            administrators.keepingOne(() -> people.remove(person, at.time()));
            end(caller, person, "removed", at);
            belongings.forEach(one -> one.forget(person));
            return ended(stood);
        });
    }

    /** Whatever was given to him, or to others for him: when he is let back he asks anew. */
    private void end(Caller caller, UUID person, String why, Done.Moment at) {
        grants.endAllOf(person, why, new Settled(at.time(), caller.actor().id(), at.event()));
    }

    private static Details ended(long number) {
        return Details.none().with(Name.COUNT, number);
    }

    private PeopleDesk.Seen changed(Caller caller, EventClass kind, UUID person, Function<Done.Moment, Details> work) {
        return gate.change(ask(caller, kind, person), Moves.WORLD, at -> done(caller, person, work, at))
                .result()
                .orElseThrow();
    }

    /** Whoever could object to something is taken away by two. */
    private PeopleDesk.Seen weighed(
            Caller caller, EventClass kind, Proposed change, Function<Done.Moment, Details> work) {
        UUID person = change.id(PERSON);
        return second.change(
                        ask(caller, kind, person),
                        Moves.WORLD,
                        change,
                        Watch.away(person),
                        at -> done(caller, person, work, at))
                .result()
                .orElseThrow();
    }

    private Ask ask(Caller caller, EventClass kind, UUID person) {
        return new Ask(caller, Verb.PEOPLE_EDIT, kind, () -> desk.there(person));
    }

    private Done<PeopleDesk.Seen> done(
            Caller caller, UUID person, Function<Done.Moment, Details> work, Done.Moment at) {
        if (isHimself(caller.actor(), person)) {
            throw PeopleRefused.oneself();
        }
        desk.here(person);
        Details details = work.apply(at);
        return new Done<>(desk.seen(desk.known(person)), details, List.of());
    }

    private static boolean isHimself(Actor actor, UUID person) {
        return switch (actor) {
            case Actor.Person one -> one.id().equals(person);
            case Actor.Agent agent -> agent.person().equals(person);
            case Actor.Service service -> false;
            case Actor.System system -> false;
            case Actor.Nobody nobody -> false;
        };
    }
}
