// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

@Singleton
class MembershipRows implements PanacheRepositoryBase<MembershipRow, MembershipRow.Key> {
    private static final String OF_ALL = """
            with recursive standing (member, id) as (
                select member, group_id from membership where %s
                union
                select s.member, m.group_id from standing s join membership m on m.member = s.id where %s)
            select member, id from standing
            """;

    /** The groups somebody stands in, directly or through others. */
    Set<UUID> groupsOf(UUID member) {
        List<UUID> groups = session()
                .createNativeQuery("""
                        with recursive standing (id) as (
                            select group_id from membership where member = :member and until is null
                            union
                            select m.group_id from membership m join standing s on m.member = s.id where m.until is null)
                        select id from standing
                        """, UUID.class)
                .setParameter("member", member)
                .getResultList();
        return Set.copyOf(groups);
    }

    /** Of everybody at once, groups too: the groups in which each stands, directly or through others. */
    Map<UUID, Set<UUID>> groupsOfAll() {
        return byMember(session().createNativeQuery(OF_ALL.formatted("until is null", "m.until is null"), Tuple.class));
    }

    Map<UUID, Set<UUID>> groupsOfAllAt(Instant time) {
        String then = "since <= :time and (%1$suntil is null or %1$suntil > :time)";
        String sql = OF_ALL.formatted(then.formatted(""), "m." + then.formatted("m."));
        return byMember(session().createNativeQuery(sql, Tuple.class).setParameter("time", time));
    }

    private static Map<UUID, Set<UUID>> byMember(NativeQuery<Tuple> query) {
        Map<UUID, Set<UUID>> all = new HashMap<>();
        query.getResultList()
                .forEach(row -> all.computeIfAbsent(row.get(0, UUID.class), first -> new HashSet<>())
                        .add(row.get(1, UUID.class)));
        return all;
    }

    List<UUID> membersOf(UUID group) {
        return find("groupId = ?1 and until is null order by since, member", group).stream()
                .map(row -> row.member)
                .toList();
    }

    /** All who stand in it and are no groups, directly or through others. */
    Set<UUID> standingIn(UUID group) {
        List<UUID> standing = session()
                .createNativeQuery("""
                        with recursive inside (id) as (
                            select member from membership where group_id = :group and until is null
                            union
                            select m.member from membership m join inside i on m.group_id = i.id where m.until is null)
                        select id from inside where id not in (select id from directory_group)
                        """, UUID.class)
                .setParameter("group", group)
                .getResultList();
        return Set.copyOf(standing);
    }

    /** The groups somebody was put into himself, and in which he stands, or stood when he went. */
    List<UUID> lastOf(UUID person) {
        return session()
                .createNativeQuery("""
                        select distinct m.group_id from membership m join person p on p.id = m.member
                         where m.member = :person and (m.until is null or m.until = p.removed_at)
                        """, UUID.class)
                .setParameter("person", person)
                .getResultList();
    }

    List<MembershipRow> stoodSince(Instant moment) {
        return list("until is null or until > ?1", moment);
    }

    /** How many groups stand in a row above this one, itself included; counted no further than so many. */
    int levelsAbove(UUID group, int most) {
        return levels("""
                with recursive level (id, number) as (
                    select cast(:group as uuid), 1
                    union
                    select m.group_id, l.number + 1 from membership m join level l on m.member = l.id
                     where m.until is null and l.number < :most)
                select max(number) from level
                """, group, most);
    }

    /** How many groups stand in a row below this one, itself included; counted no further than so many. */
    int levelsBelow(UUID group, int most) {
        return levels("""
                with recursive level (id, number) as (
                    select cast(:group as uuid), 1
                    union
                    select g.id, l.number + 1 from membership m join level l on m.group_id = l.id
                      join directory_group g on g.id = m.member
                     where m.until is null and l.number < :most)
                select max(number) from level
                """, group, most);
    }

    private int levels(String sql, UUID group, int most) {
        return session()
                .createNativeQuery(sql, Integer.class)
                .setParameter("group", group)
                .setParameter("most", most)
                .getSingleResult();
    }

    void endAll(UUID member, Instant at) {
        update("until = ?1 where member = ?2 and until is null", at, member);
    }

    boolean end(UUID group, UUID member, Instant at) {
        return update("until = ?1 where groupId = ?2 and member = ?3 and until is null", at, group, member) == 1;
    }

    boolean stands(UUID group, UUID member) {
        return count("groupId = ?1 and member = ?2 and until is null", group, member) > 0;
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
