// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RequiredActionRows implements PanacheRepositoryBase<RequiredActionRow, UUID> {
    private static final String STANDING = "until is null";

    List<RequiredActionRow> standing() {
        return list(STANDING + " order by since, id");
    }

    Optional<RequiredActionRow> standing(UUID id) {
        return find(STANDING + " and id = ?1", id).firstResultOptional();
    }

    Optional<RequiredActionRow> standing(Duty duty, @Nullable UUID target) {
        return target == null
                ? find(STANDING + " and action = ?1 and target is null", duty.word())
                        .firstResultOptional()
                : find(STANDING + " and action = ?1 and target = ?2", duty.word(), target)
                        .firstResultOptional();
    }

    /** @param targets somebody and all groups he stands in */
    List<RequiredActionRow> on(UUID person, Collection<UUID> targets) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select r.* from required_action r
                         where r.until is null
                           and (r.target in (:targets)
                                or r.target is null and exists (select from person p
                                                                 where p.id = :person and p.created_at >= r.since))
                         order by r.since, r.id
                        """, RequiredActionRow.class)
                .setParameterList("targets", targets)
                .setParameter("person", person)
                .getResultList();
    }

    /** At once: the next one with the same target follows in no other order. */
    boolean end(UUID id, Instant at) {
        return update("until = ?1 where id = ?2 and " + STANDING, at, id) == 1;
    }
}
