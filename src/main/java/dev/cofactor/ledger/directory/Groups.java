// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who stands in which group. What that allows is written elsewhere. */
@Singleton
@Transactional
public class Groups {
    /** The group of every person; its id is the same in every installation. */
    public static final UUID EVERYONE = UUID.fromString("00000000-0000-8000-8000-000000000006");

    /** So many groups stand in each other at the most: whoever looks sees how somebody got in. */
    public static final int DEEPEST = 8;
    /**
     * Groups that a sign-in gives besides those that somebody stands in: for as long as its session stands, and to nobody who
     * calls without it. They are settled when the session opens; what takes one away before its end moves the world.
     */
    public interface Brought {
        /** Directly or through others; never one that came along. */
        Set<UUID> by(UUID session);

        /** Part of the change that puts one session in place of another of the same sign-in; both stand at that moment. */
        void pass(UUID from, UUID to);
    }

    /**
     * That somebody, or a group, stood in a group.
     *
     * @param until absent while he does
     */
    public record Stood(UUID group, UUID member, Instant since, Optional<Instant> until) {}

    private final MembershipRows memberships;
    private final GroupRows groups;

    Groups(MembershipRows memberships, GroupRows groups) {
        this.memberships = memberships;
        this.groups = groups;
    }

    public List<Group> all() {
        return groups.inOrder().stream().map(GroupRow::group).toList();
    }

    public Optional<Group> find(UUID id) {
        return groups.findByIdOptional(id).map(GroupRow::group);
    }

    /** All groups somebody stands in, directly or through others. */
    public Set<UUID> of(UUID member) {
        return memberships.groupsOf(member);
    }

    /** The same of everybody at once; whoever stands in none is left out. */
    public Map<UUID, Set<UUID>> ofAll() {
        return memberships.groupsOfAll();
    }

    /** The same as it was at a moment. */
    public Map<UUID, Set<UUID>> ofAllAt(Instant time) {
        return memberships.groupsOfAllAt(time);
    }

    /** The same with their names, in order. */
    public List<Group> namedOf(UUID member) {
        return groups.inOrder(of(member)).stream().map(GroupRow::group).toList();
    }

    /** Who stands in it directly. */
    public List<UUID> membersOf(UUID group) {
        return memberships.membersOf(group);
    }

    /** Who stands in it directly or through others, groups themselves left out. */
    public Set<UUID> standingIn(UUID group) {
        return memberships.standingIn(group);
    }

    /** Who stood where at any moment since then, or does. */
    public List<Stood> stoodSince(Instant moment) {
        return memberships.stoodSince(moment).stream()
                .map(row -> new Stood(row.groupId, row.member, row.since, Optional.ofNullable(row.until)))
                .toList();
    }

    /** In which a person was put himself: those he stands in, and of one who has gone, stood in as he went. */
    public List<Group> lastOf(UUID person) {
        return groups.inOrder(memberships.lastOf(person)).stream()
                .map(GroupRow::group)
                .toList();
    }

    /** Part of a change, whose transaction is open: groups are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Group add(UUID id, String name, Instant at) {
        requireFree(name, id);
        GroupRow row = new GroupRow(id, name, at);
        groups.persist(row);
        groups.flush();
        return row.group();
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Group rename(Group group, String name) {
        requireFree(name, group.id());
        groups.update("name = ?1 where id = ?2", name, group.id());
        return new Group(group.id(), name, group.builtIn());
    }

    /**
     * Part of a change, under the head's lock: of two groups that join each other at the same time one is refused.
     *
     * @return whether that is new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean join(UUID group, UUID member, Instant since) {
        if (memberships.stands(group, member)) {
            return false;
        }
        if (groups.findByIdOptional(member).isPresent()) {
            requireNestable(group, member);
        }
        memberships.persist(new MembershipRow(group, member, since));
        return true;
    }

    /** Part of a change. That he stood there is kept. @return whether he did */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean leave(UUID group, UUID member, Instant until) {
        return memberships.end(group, member, until);
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leaveAll(UUID member, Instant until) {
        memberships.endAll(member, until);
    }

    private void requireNestable(UUID group, UUID member) {
        if (group.equals(member) || memberships.groupsOf(group).contains(member)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "group-circle",
                    "a group cannot stand in itself, directly or through others");
        }
        if (memberships.levelsAbove(group, DEEPEST) + memberships.levelsBelow(member, DEEPEST) > DEEPEST) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "groups-too-deep", "at most " + DEEPEST + " groups stand in each other");
        }
    }

    private void requireFree(String name, UUID itself) {
        if (groups.named(name).filter(row -> !row.id.equals(itself)).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "group-name-taken", "a group has this name already");
        }
    }
}
