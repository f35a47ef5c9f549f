// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The changes of this room that may have to wait. Whoever is to decide about people may read their names. */
final class PeopleKinds {
    private PeopleKinds() {}

    /** One of people. */
    private interface OfPeople extends Kind {
        @Override
        default Verb verb() {
            return Verb.PEOPLE_EDIT;
        }
    }

    /** Somebody, a service or a group is put into a group. */
    @ApplicationScoped
    static class Joined implements OfPeople {
        private final GroupDesk desk;

        Joined(GroupDesk desk) {
            this.desk = desk;
        }

        @Override
        public String word() {
            return GroupDesk.JOINED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.both(change);
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of(desk.called(change.id(GroupDesk.MEMBER)) + " joins the group "
                    + desk.called(change.id(GroupDesk.GROUP)) + ".");
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.join(by, change);
        }
    }

    /** The other way. */
    @ApplicationScoped
    static class Left implements OfPeople {
        private final GroupDesk desk;

        Left(GroupDesk desk) {
            this.desk = desk;
        }

        @Override
        public String word() {
            return GroupDesk.LEFT;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.both(change);
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of(desk.called(change.id(GroupDesk.MEMBER)) + " leaves the group "
                    + desk.called(change.id(GroupDesk.GROUP)) + ".");
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.leave(by, change);
        }
    }

    /** Somebody is suspended. */
    @ApplicationScoped
    static class Suspended implements OfPeople {
        private final StateDesk desk;
        private final PeopleDesk people;

        Suspended(StateDesk desk, PeopleDesk people) {
            this.desk = desk;
            this.people = people;
        }

        @Override
        public String word() {
            return StateDesk.SUSPENDED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return people.there(change.id(StateDesk.PERSON));
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of(name(people, change) + " is suspended.");
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.suspend(by, change);
        }
    }

    /** Somebody is removed. */
    @ApplicationScoped
    static class Removed implements OfPeople {
        private final StateDesk desk;
        private final PeopleDesk people;

        Removed(StateDesk desk, PeopleDesk people) {
            this.desk = desk;
            this.people = people;
        }

        @Override
        public String word() {
            return StateDesk.REMOVED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return people.there(change.id(StateDesk.PERSON));
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of(name(people, change) + " is removed, and that is for good.");
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.remove(by, change);
        }
    }

    private static String name(PeopleDesk people, Proposed change) {
        UUID person = change.id(StateDesk.PERSON);
        return people.known(person).displayName();
    }
}
