// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class MembershipRows implements PanacheRepositoryBase<MembershipRow, MembershipRow.Key> {
    /** The groups somebody stands in, directly or through others. */
    Set<UUID> groupsOf(UUID member) {
        List<UUID> groups = getEntityManager()
                .unwrap(Session.class)
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

    List<UUID> membersOf(UUID group) {
        return find("groupId = ?1 and until is null order by since, member", group).stream()
                .map(row -> row.member)
                .toList();
    }

    boolean end(UUID group, UUID member, Instant at) {
        return update("until = ?1 where groupId = ?2 and member = ?3 and until is null", at, group, member) == 1;
    }

    boolean stands(UUID group, UUID member) {
        return count("groupId = ?1 and member = ?2 and until is null", group, member) > 0;
    }
}
