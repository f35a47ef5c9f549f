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
import dev.cofactor.ledger.rulebook.Role;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            boolean invited,
            boolean suspended,
            List<Standing> groups,
            List<Choice> others) {}

    record GroupRow(String id, String name, boolean builtIn, String meaning, int members) {}

    /**
     * @param leaves whether it can be taken out here: a group that stands in another one is not
     * @param link where more of it is
     */
    record Member(String id, String name, boolean machine, boolean leaves, String link) {}

    /** @param everyone whether nobody joins or leaves it */
    record OneGroup(GroupRow row, boolean everyone, List<Member> members, List<Choice> people, List<Choice> machines) {}

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

    OnePerson person(PeopleDesk.Seen seen) {
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
                person.state() == Person.State.INVITED,
                person.state() == Person.State.SUSPENDED,
                standing,
                choices(groups.all(), Set.of()).stream()
                        .filter(one -> !direct.contains(one.id()))
                        .toList());
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

    GroupRow row(Group group) {
        return new GroupRow(
                group.id().toString(),
                group.name(),
                group.builtIn(),
                meaning(group),
                groups.membersOf(group.id()).size());
    }

    OneGroup group(GroupDesk.Seen seen) {
        Set<UUID> there = seen.members().stream().map(GroupDesk.Member::id).collect(Collectors.toSet());
        List<Choice> absentPeople = people.all().stream()
                .filter(one -> one.state() != Person.State.SUSPENDED && !there.contains(one.id()))
                .map(one -> new Choice(one.id().toString(), one.displayName() + " (" + one.accountName() + ")", false))
                .toList();
        List<Choice> absentMachines = machines.all().stream()
                .filter(one -> !there.contains(one.id()))
                .map(one -> new Choice(one.id().toString(), one.name(), false))
                .toList();
        return new OneGroup(
                row(seen.group()),
                isEveryone(seen.group()),
                seen.members().stream().map(Roster::member).toList(),
                absentPeople,
                absentMachines);
    }

    private static Member member(GroupDesk.Member member) {
        boolean group = member.kind() == Subject.Kind.GROUP;
        boolean machine = member.kind() == Subject.Kind.SERVICE;
        String place = group ? "/groups/" : machine ? "/services/" : "/people/";
        return new Member(member.id().toString(), member.name(), machine, !group, place + member.id());
    }

    private static List<Group> open(List<Group> all) {
        return all.stream().filter(group -> !isEveryone(group)).toList();
    }

    private static boolean isEveryone(Group group) {
        return group.id().equals(Groups.EVERYONE);
    }

    /** As the predefined policies have it; they can be edited like all others. */
    private static String meaning(Group group) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(group.id()))
                .findFirst()
                .map(role -> switch (role) {
                    case ADMINISTRATOR ->
                        "Look after the installation: people, groups, services, policies, templates, keys.";
                    case TEMPLATE_AUTHOR -> "Write the templates that secrets are made from.";
                    case POLICY_AUTHOR -> "Write the policies that say who may do what.";
                    case APPROVER -> "Answer those who ask for access.";
                    case AUDITOR -> "Read the log and review who has access; they change nothing.";
                    case USER -> "Every person and no service. Nobody joins or leaves it.";
                })
                .orElse("");
    }
}
