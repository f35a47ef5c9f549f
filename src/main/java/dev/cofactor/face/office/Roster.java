// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.desk.people.PeopleDesk;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** People and groups as pages show them, for whoever a desk has let in. */
@Singleton
class Roster {
    private final People people;
    private final Groups groups;
    private final Machines machines;

    Roster(People people, Groups groups, Machines machines) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
    }

    /** @param groups that he was put into himself; that of everybody says nothing */
    record PersonRow(String id, String name, String account, Chip state, List<String> groups) {}

    /** Something to choose from a list. */
    record Choice(String id, String name, boolean chosen) {}

    /** @param leaves whether he can be taken out of it: he was put there himself */
    record Standing(String id, String name, boolean leaves) {}

    record OnePerson(
            String id,
            String name,
            String account,
            Chip state,
            Person.State is,
            boolean oneself,
            List<Standing> groups,
            List<Choice> others,
            String manager,
            List<Choice> managers) {
        public boolean invited() {
            return is == Person.State.INVITED;
        }

        public boolean active() {
            return is == Person.State.ACTIVE;
        }

        public boolean suspended() {
            return is == Person.State.SUSPENDED;
        }

        public boolean removed() {
            return is == Person.State.REMOVED;
        }
    }

    record GroupRow(String id, String name, boolean builtIn, String meaning, int members) {}

    /**
     * @param kind a word for whoever is no person, or empty
     * @param link where more of it is
     */
    record Member(String id, String name, String kind, String link) {}

    /**
     * @param everyone whether nobody joins or leaves it
     * @param through who stands in it through other groups alone
     */
    record OneGroup(
            GroupRow row,
            boolean everyone,
            List<Member> members,
            List<Member> through,
            List<Choice> people,
            List<Choice> machines,
            List<Choice> groups) {}

    List<PersonRow> people(List<Person> all) {
        Map<UUID, List<String>> standing = new HashMap<>();
        for (Group group : open(groups.all())) {
            groups.membersOf(group.id())
                    .forEach(member -> standing.computeIfAbsent(member, id -> new ArrayList<>())
                            .add(group.name()));
        }
        return all.stream()
                .map(one -> new PersonRow(
                        one.id().toString(),
                        one.displayName(),
                        one.accountName(),
                        Chip.of(one),
                        standing.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** @param reader who sees the page */
    OnePerson person(PeopleDesk.Seen seen, UUID reader) {
        Person person = seen.person();
        List<Standing> standing = open(seen.groups()).stream()
                .map(group -> new Standing(
                        group.id().toString(),
                        group.name(),
                        groups.membersOf(group.id()).contains(person.id())))
                .toList();
        Set<String> direct =
                standing.stream().filter(Standing::leaves).map(Standing::id).collect(Collectors.toSet());
        return new OnePerson(
                person.id().toString(),
                person.displayName(),
                person.accountName(),
                Chip.of(person),
                person.state(),
                person.id().equals(reader),
                standing,
                choices(groups.all(), Set.of()).stream()
                        .filter(one -> !direct.contains(one.id()))
                        .toList(),
                seen.manager().map(Roster::called).orElse(""),
                managers(person, seen.manager().map(Person::id)));
    }

    private List<Choice> managers(Person person, Optional<UUID> chosen) {
        return people.all().stream()
                .filter(one -> one.state() != Person.State.REMOVED && !one.id().equals(person.id()))
                .map(one -> new Choice(
                        one.id().toString(),
                        called(one),
                        chosen.filter(one.id()::equals).isPresent()))
                .toList();
    }

    private static String called(Person person) {
        return person.displayName() + " (" + person.accountName() + ")";
    }

    /** Groups that can be joined. */
    List<Choice> choices(List<Group> all, Collection<String> chosen) {
        return open(all).stream()
                .map(group -> new Choice(
                        group.id().toString(),
                        group.name(),
                        chosen.contains(group.id().toString())))
                .toList();
    }

    /** @param meaning what standing in it gives, or empty */
    GroupRow row(Group group, String meaning) {
        return new GroupRow(
                group.id().toString(),
                group.name(),
                group.builtIn(),
                meaning,
                groups.membersOf(group.id()).size());
    }

    OneGroup group(GroupDesk.Seen seen, String meaning) {
        Set<UUID> there = seen.members().stream().map(GroupDesk.Member::id).collect(Collectors.toSet());
        List<Choice> absentPeople = people.all().stream()
                .filter(one -> one.active() || one.state() == Person.State.INVITED)
                .filter(one -> !there.contains(one.id()))
                .map(one -> new Choice(one.id().toString(), called(one), false))
                .toList();
        List<Choice> absentMachines = machines.all().stream()
                .filter(one -> !there.contains(one.id()))
                .map(one -> new Choice(one.id().toString(), one.name(), false))
                .toList();
        return new OneGroup(
                row(seen.group(), meaning),
                isEveryone(seen.group()),
                seen.members().stream().map(Roster::member).toList(),
                seen.through().stream().map(Roster::member).toList(),
                absentPeople,
                absentMachines,
                nestable(seen.group(), there));
    }

    /** Roles take no groups. */
    private List<Choice> nestable(Group outer, Set<UUID> there) {
        return open(outer.builtIn() ? List.of() : groups.all()).stream()
                .filter(one -> !one.id().equals(outer.id()) && !there.contains(one.id()))
                .map(one -> new Choice(one.id().toString(), one.name(), false))
                .toList();
    }

    private static Member member(GroupDesk.Member member) {
        boolean group = member.kind() == Subject.Kind.GROUP;
        boolean machine = member.kind() == Subject.Kind.SERVICE;
        String place = group ? "/groups/" : machine ? "/services/" : "/people/";
        String kind = group ? "group" : machine ? "service" : "";
        return new Member(member.id().toString(), member.name(), kind, place + member.id());
    }

    private static List<Group> open(List<Group> all) {
        return all.stream().filter(group -> !isEveryone(group)).toList();
    }

    private static boolean isEveryone(Group group) {
        return group.id().equals(Groups.EVERYONE);
    }
}
