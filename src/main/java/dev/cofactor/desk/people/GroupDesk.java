// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts people and services into groups, and takes them out. Who is taken out has lost what it gave with the answer. */
@ApplicationScoped
public class GroupDesk {
    static final String JOINED = "group-joined";
    static final String LEFT = "group-left";
    static final String GROUP = "group";
    static final String MEMBER = "member";

    private final Gate gate;
    private final SecondPerson second;
    private final Groups groups;
    private final People people;
    private final Machines machines;
    private final Administrators administrators;
    private final Ids ids;

    GroupDesk(Gate gate, SecondPerson second, Groups groups, People people, Machines machines, Administrators administrators, Ids ids) {
        this.gate = gate;
        this.second = second;
        this.groups = groups;
        this.people = people;
        this.machines = machines;
        this.administrators = administrators;
        this.ids = ids;
    }

    /** Somebody who stands in a group. */
    public record Member(UUID id, Subject.Kind kind, String name) {}

    /**
     * A group and who stands in it.
     *
     * @param members directly: people, services and groups
     * @param through people and services that stand in it through other groups alone
     */
    public record Seen(Group group, List<Member> members, List<Member> through) {}

    /** For whoever may edit them. */
    public List<Group> all(Caller caller) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return groups.all();
    }

    /**
     * What the rules in force give those that came along, for whoever decides who stands in them: which policies name one
     * and allow something. Places that they name are not for everybody who may see this.
     */
    public Map<UUID, List<Policy>> allowing(Caller caller) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        List<Policy> allows = gate.edition().policies().policies().stream()
                .filter(policy -> policy.effect() == Policy.Effect.ALLOW)
                .toList();
        return groups.all().stream()
                .filter(Group::builtIn)
                .collect(Collectors.toMap(Group::id, group -> naming(allows, group)));
    }

    private static List<Policy> naming(List<Policy> policies, Group group) {
        var named = new dev.cofactor.engine.policy.Subject.Group(group.id());
        return policies.stream().filter(policy -> policy.to().contains(named)).toList();
    }

    public Seen read(Caller caller, UUID group) {
        admit(caller, () -> there(group));
        return seen(known(group));
    }

    public Seen create(Caller caller, Supplier<DisplayName> called) {
        UUID id = ids.next();
        admit(caller, () -> Optional.of(sight(id)));
        String name = called.get().value();
        return changed(caller, () -> Optional.of(sight(id)), at -> {
            Group made = groups.add(id, name, at.time());
            return new Done<>(seen(made), parts("group"), List.of());
        });
    }

    public Seen rename(Caller caller, UUID group, Supplier<DisplayName> called) {
        admit(caller, () -> there(group));
        String name = called.get().value();
        return changed(caller, () -> there(group), at -> {
            Group now = known(group);
            if (now.builtIn()) {
                throw PeopleRefused.builtIn();
            }
            return new Done<>(seen(groups.rename(now, name)), parts("name"), List.of());
        });
    }

    /** Whoever stands there already goes on standing there, and the record says that nothing changed. */
    public void join(Caller caller, UUID group, UUID member) {
        join(caller, membership(JOINED, group, member));
    }

    void join(Caller caller, Proposed change) {
        UUID group = change.id(GROUP);
        UUID member = change.id(MEMBER);
        weighed(caller, change, Watch.standing(), at -> {
            requireOpen(group);
            people.find(member).ifPresent(GroupDesk::requireJoining);
            groups.find(member).ifPresent(inner -> requireNesting(known(group), inner));
            return moved(groups.join(group, member, at.time()), "joined", member);
        });
    }

    public void leave(Caller caller, UUID group, UUID member) {
        leave(caller, membership(LEFT, group, member));
    }

    void leave(Caller caller, Proposed change) {
        UUID group = change.id(GROUP);
        UUID member = change.id(MEMBER);
        weighed(caller, change, Watch.leaving(member), at -> {
            requireOpen(group);
            boolean left = administrators.keepingOne(() -> groups.leave(group, member, at.time()));
            return moved(left, "left", member);
        });
    }

    private static Proposed membership(String kind, UUID group, UUID member) {
        return Proposed.of(kind, Map.of(GROUP, group.toString(), MEMBER, member.toString()));
    }

    private static Done<UUID> moved(boolean really, String part, UUID member) {
        Details who = Details.none().with(Name.OTHER, member);
        return new Done<>(member, who.with(Name.PARTS, really ? List.of(part) : List.of()), List.of());
    }

    private static void requireJoining(Person person) {
        switch (person.state()) {
            case INVITED, ACTIVE -> {}
            case SUSPENDED -> throw PeopleRefused.suspended();
            case REMOVED -> throw PeopleRefused.removed();
        }
    }

    /** Who holds a role is to be counted by looking at one list, and what other doors vouch for never leads into one. */
    private static void requireNesting(Group outer, Group inner) {
        requireOpen(inner.id());
        if (outer.builtIn()) {
            throw PeopleRefused.roleTakesNoGroup();
        }
    }

    private static void requireOpen(UUID group) {
        if (group.equals(Groups.EVERYONE)) {
            throw PeopleRefused.everyone();
        }
    }

    private void admit(Caller caller, Supplier<Optional<Sight>> look) {
        gate.admit(caller, Verb.PEOPLE_EDIT, look);
    }

    private Optional<Sight> there(UUID group) {
        return groups.find(group).map(found -> sight(group));
    }

    Optional<Sight> both(Proposed change) {
        UUID group = change.id(GROUP);
        return member(change.id(MEMBER)).flatMap(found -> there(group));
    }

    private static Sight sight(UUID group) {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.GROUP, group), Map.of());
    }

    private Group known(UUID group) {
        return groups.find(group).orElseThrow(PeopleRefused::notFound);
    }

    private Seen seen(Group group) {
        List<UUID> direct = groups.membersOf(group.id());
        Set<UUID> through = new HashSet<>(groups.standingIn(group.id()));
        direct.forEach(through::remove);
        return new Seen(group, members(direct), members(through));
    }

    private List<Member> members(Collection<UUID> ids) {
        return ids.stream().map(this::member).flatMap(Optional::stream).toList();
    }

    String called(UUID id) {
        return member(id).map(Member::name).orElse("somebody who is not there any more");
    }

    private Optional<Member> member(UUID id) {
        return people.find(id)
                .map(person -> new Member(id, Subject.Kind.PERSON, person.displayName()))
                .or(() -> machines.find(id).map(service -> new Member(id, Subject.Kind.SERVICE, service.name())))
                .or(() -> groups.find(id).map(group -> new Member(id, Subject.Kind.GROUP, group.name())));
    }

    private void weighed(Caller caller, Proposed change, Watch watch, Function<Done.Moment, Done<UUID>> work) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, EventClass.GROUP_CHANGED, () -> both(change));
        second.change(ask, Moves.WORLD, change, watch, work);
    }

    private <T> T changed(Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, EventClass.GROUP_CHANGED, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }

    private static Details parts(String part) {
        return Details.none().with(Name.PARTS, List.of(part));
    }
}
