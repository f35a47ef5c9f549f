// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Which value of the claim gives which group. */
@ApplicationScoped
@Transactional
class MapRows {
    private final EntityManager entities;

    MapRows(EntityManager entities) {
        this.entities = entities;
    }

    List<GroupMap.Mapping> all() {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select m.id, m.claim, m.group_id, g.name from sso_group m join directory_group g on g.id = m.group_id
                         order by m.claim, g.name
                        """, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("claim", String.class)
                .addScalar("group_id", UUID.class)
                .addScalar("name", String.class)
                .getResultStream()
                .map(row -> new GroupMap.Mapping((UUID) row[0], (String) row[1], (UUID) row[2], (String) row[3]))
                .toList();
    }

    boolean add(UUID id, String claim, UUID group, Instant at) {
        return entities.createNativeQuery("""
                        insert into sso_group (id, claim, group_id, since) values (:id, :claim, :group, :at)
                        on conflict (claim, group_id) do nothing
                        """)
                        .setParameter("id", id)
                        .setParameter("claim", claim)
                        .setParameter("group", group)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** What it gave to sessions that stand goes with it. */
    boolean remove(UUID id) {
        return entities.createNativeQuery("delete from sso_group where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Whether it is one that came along, or stands in one, directly or through others. */
    boolean isOrReachesRole(UUID group) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        with recursive above (id) as (
                            select cast(:group as uuid)
                            union
                            select m.group_id from membership m join above a on m.member = a.id where m.until is null)
                        select exists (select 1 from above join directory_group g using (id) where g.built_in)
                        """, Boolean.class)
                .setParameter("group", group)
                .getSingleResult();
    }
}
