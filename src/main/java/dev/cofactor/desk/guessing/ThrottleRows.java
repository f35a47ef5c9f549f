// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Plain SQL, because booking and refusing must be one statement. */
@ApplicationScoped
class ThrottleRows {
    /** Five attempts are free; then 1, 2, 4 … up to 64 seconds. */
    private static final String FREE_AT = """
            tried_at + interval '1 second'
                     * case when attempts < 5 then 0 else power(2, least(attempts - 5, 6)) end
            """;

    private final EntityManager entities;

    ThrottleRows(EntityManager entities) {
        this.entities = entities;
    }

    boolean book(byte[] account, Instant now) {
        int booked = entities.createNativeQuery("""
                        insert into sign_in_throttle as t (account, attempts, tried_at) values (:account, 1, :now)
                        on conflict (account) do update
                           set attempts = t.attempts + 1, tried_at = :now
                         where t.%s <= :now
                        """.formatted(FREE_AT.replace("attempts", "t.attempts")))
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
        return booked == 1;
    }

    Optional<Instant> freeAt(byte[] account) {
        return entities.createNativeQuery(
                        "select %s from sign_in_throttle where account = :account".formatted(FREE_AT), Instant.class)
                .setParameter("account", account)
                .getResultStream()
                .map(Instant.class::cast)
                .findFirst();
    }

    void forget(byte[] account) {
        entities.createNativeQuery("delete from sign_in_throttle where account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Names nobody has cost a row each, so old rows must go. */
    void forgetBefore(Instant then) {
        entities.createNativeQuery("delete from sign_in_throttle where tried_at < :then")
                .setParameter("then", then)
                .executeUpdate();
    }
}
