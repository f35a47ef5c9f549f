// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What counts once. Plain SQL: to look and to take must be one statement. */
@ApplicationScoped
class OnceRows {
    /** Longer than a provider's answer is good: an ID token, by when it was issued, for some minutes. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final EntityManager entities;

    OnceRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Part of a change. @return false for what was used before */
    boolean use(byte[] what, Instant now) {
        entities.createNativeQuery("delete from sso_used where until < :now")
                .setParameter("now", now)
                .executeUpdate();
        return entities.createNativeQuery(
                                "insert into sso_used (hash, until) values (:hash, :until) on conflict do nothing")
                        .setParameter("hash", what)
                        .setParameter("until", now.plus(MEMORY))
                        .executeUpdate()
                == 1;
    }

    /** Somebody signed in has proved himself and may link what comes back. */
    void permit(byte[] state, UUID session, Instant until, Instant now) {
        entities.createNativeQuery("delete from sso_permit where until < :now")
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery("insert into sso_permit (state, session, until) values (:state, :session, :until)")
                .setParameter("state", state)
                .setParameter("session", session)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Part of a change. @return whether that session had it */
    boolean take(byte[] state, UUID session, Instant now) {
        return entities.createNativeQuery(
                                "delete from sso_permit where state = :state and session = :session and until > :now")
                        .setParameter("state", state)
                        .setParameter("session", session)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
