// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.signin.Session.Proof;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<SessionRow, byte[]> {
    List<SessionRow> of(UUID person, Instant now) {
        return list("person = ?1 and idleUntil > ?2 and endsAt > ?2 order by openedAt, id", person, now);
    }

    Optional<SessionRow> named(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /** Ends it, unless somebody else did: of two who want to go on from it one alone is told true. */
    boolean end(UUID id) {
        return delete("id", id) == 1;
    }

    boolean end(UUID person, UUID id) {
        return delete("id = ?1 and person = ?2", id, person) == 1;
    }

    /** In one statement, and under a new key, which no entity may change. */
    void proved(UUID id, Proof proof, SessionToken token) {
        getEntityManager()
                .createNativeQuery("""
                        update session set token_hash = :hash, factor_at = :at, factor_method = :method where id = :id
                        """)
                .setParameter("hash", token.hash())
                .setParameter("at", proof.at())
                .setParameter("method", proof.method())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** In one statement: a session that ended a moment ago does not come back, and is no fault. */
    void used(UUID id, Instant at, Instant idleUntil) {
        update("usedAt = ?1, idleUntil = ?2 where id = ?3", at, idleUntil, id);
    }

    long deleteOf(UUID person) {
        return delete("person", person);
    }

    void deleteEnded(Instant now) {
        delete("idleUntil < ?1 or endsAt < ?1", now);
    }
}
