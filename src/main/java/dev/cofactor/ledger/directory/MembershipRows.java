// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
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

    /** Of every group, whoever stands in it. */
    Map<UUID, String> names() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select id, name from directory_group", Tuple.class)
                .getResultStream()
                .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    boolean stands(UUID group, UUID member) {
        return count("groupId = ?1 and member = ?2 and until is null", group, member) > 0;
    }
}
