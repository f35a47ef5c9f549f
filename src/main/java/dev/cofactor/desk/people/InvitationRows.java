// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class InvitationRows implements PanacheRepositoryBase<InvitationRow, UUID> {
    /** One question whether it is unknown, used, ended or too old: none of them takes longer than another. */
    Optional<Invitations.Standing> standing(byte[] hash) {
        List<Object[]> found = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select id, person, cast(extract(epoch from expires_at - clock_timestamp()) as bigint)
                          from invitation where hash = :hash and ended_at is null and expires_at > clock_timestamp()
                        """, Object[].class)
                .setParameter("hash", hash)
                .getResultList();
        return found.stream().map(InvitationRows::standing).findFirst();
    }

    private static Invitations.Standing standing(Object[] row) {
        return new Invitations.Standing((UUID) row[0], (UUID) row[1], Duration.ofSeconds((Long) row[2]));
    }

    boolean use(UUID id, Instant at) {
        return update("endedAt = ?1, used = true where id = ?2 and endedAt is null and expiresAt > ?1", at, id) == 1;
    }

    /** By the database's clock, which gave it its end. */
    void endNow(UUID person) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("""
                        update invitation set ended_at = clock_timestamp() where person = :person and ended_at is null
                        """)
                .setParameter("person", person)
                .executeUpdate();
    }

    void endOf(UUID person, Instant at) {
        update("endedAt = ?1 where person = ?2 and endedAt is null", at, person);
    }
}
