// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class PersonRows implements PanacheRepositoryBase<PersonRow, UUID> {
    Optional<PersonRow> byName(AccountName name) {
        return find("accountName", name.value()).firstResultOptional();
    }

    boolean activate(UUID id, Instant at) {
        return update("active = true, activatedAt = ?1 where id = ?2 and activatedAt is null", at, id) == 1;
    }

    /** As it stands after what this transaction did to it. */
    PersonRow fresh(UUID id) {
        PersonRow row = findById(id);
        getEntityManager().refresh(row);
        return row;
    }

    List<PersonRow> inOrder() {
        return list("order by accountName");
    }

    /** In one order. Groups stand in groups; who stands in several is one. */
    List<UUID> activeAmong(Collection<UUID> peopleAndGroups) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with recursive among (id) as (
                            select unnest(cast(:some as uuid[]))
                            union
                            select m.member from membership m join among a on m.group_id = a.id where m.until is null)
                        select p.id from person p join among a on a.id = p.id where p.active order by p.id
                        """, UUID.class)
                .setParameter("some", peopleAndGroups.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }
}
