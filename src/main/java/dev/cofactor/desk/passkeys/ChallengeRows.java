// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class ChallengeRows implements PanacheRepositoryBase<ChallengeRow, byte[]> {
    private static final String STANDING =
            "hash = :hash and person = :person and session = :session and purpose = :purpose and expiresAt > :now";

    boolean stands(byte[] hash, Challenges.For whom, Instant now) {
        return count(STANDING, standing(hash, whom, now)) == 1;
    }

    /** @return false where it does not stand, or somebody else deleted it first */
    boolean use(byte[] hash, Challenges.For whom, Instant now) {
        return delete(STANDING, standing(hash, whom, now)) == 1;
    }

    /** Leaves of a person none that has ended, and of a session the last few. */
    void makeRoom(Challenges.For whom, int most, Instant now) {
        // One after the other, or two of them could delete the same rows in different order and wait for each other.
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(:person) as text)")
                .setParameter("person", whom.person().getLeastSignificantBits())
                .getSingleResult();
        getEntityManager()
                .createNativeQuery("""
                        delete from passkey_challenge where person = :person and (expires_at <= :now
                            or (session = :session and hash not in (
                                select hash from passkey_challenge where person = :person and session = :session
                                 order by expires_at desc limit :most)))
                        """)
                .setParameter("person", whom.person())
                .setParameter("session", whom.session())
                .setParameter("now", now)
                .setParameter("most", most - 1)
                .executeUpdate();
    }

    void deleteOf(UUID person) {
        delete("person", person);
    }

    private static Parameters standing(byte[] hash, Challenges.For whom, Instant now) {
        return Parameters.with("hash", hash)
                .and("person", whom.person())
                .and("session", whom.session())
                .and("purpose", whom.purpose().word())
                .and("now", now);
    }
}
