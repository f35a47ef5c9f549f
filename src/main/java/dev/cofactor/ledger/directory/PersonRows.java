// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@Singleton
class PersonRows implements PanacheRepositoryBase<PersonRow, UUID> {
    Optional<PersonRow> byName(AccountName name) {
        return find("accountName = ?1 and removedAt is null", name.value()).firstResultOptional();
    }

    boolean activate(UUID id, Instant at) {
        String never = " where id = ?2 and activatedAt is null and removedAt is null";
        return changed(id, update("active = true, activatedAt = ?1" + never, at, id));
    }

    boolean suspend(UUID id) {
        return changed(id, update("active = false where id = ?1 and active = true", id));
    }

    boolean restore(UUID id) {
        String suspended = " where id = ?1 and active = false and activatedAt is not null and removedAt is null";
        return changed(id, update("active = true" + suspended, id));
    }

    boolean remove(UUID id, Instant at) {
        return changed(
                id, update("active = false, mail = null, removedAt = ?1 where id = ?2 and removedAt is null", at, id));
    }

    void manage(UUID id, @Nullable UUID manager) {
        changed(id, update("manager = ?1 where id = ?2", manager, id));
    }

    void mail(UUID id, @Nullable String address) {
        changed(id, update("mail = ?1 where id = ?2", address, id));
    }

    /** Whoever was read before in the same transaction is not read as he was. */
    private boolean changed(UUID id, int rows) {
        if (rows == 1) {
            fresh(id);
        }
        return rows == 1;
    }

    /** As it stands after what this transaction did to it. */
    PersonRow fresh(UUID id) {
        PersonRow row = findById(id);
        getEntityManager().refresh(row);
        return row;
    }

    /** Those who have gone come last. */
    List<PersonRow> inOrder() {
        return list("order by case when removedAt is null then 0 else 1 end, accountName, createdAt");
    }

    /** Somebody's manager, his, and so on. */
    List<UUID> managersAbove(UUID person) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with recursive above (id) as (
                            select manager from person where id = :person
                            union
                            select p.manager from person p join above a on p.id = a.id)
                        select id from above where id is not null
                        """, UUID.class)
                .setParameter("person", person)
                .getResultList();
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
