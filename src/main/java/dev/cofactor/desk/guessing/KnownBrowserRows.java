// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Hashes alone: nothing of a row opens anything, or is read back. */
@ApplicationScoped
class KnownBrowserRows {
    private final EntityManager entities;

    KnownBrowserRows(EntityManager entities) {
        this.entities = entities;
    }

    boolean isKnown(byte[] browser, byte[] account, Instant now) {
        return !entities.createNativeQuery(
                        "select 1 from known_browser where browser = :browser and account = :account and until > :now",
                        Integer.class)
                .setParameter("browser", browser)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    void insert(byte[] browser, byte[] account, Instant until) {
        entities.createNativeQuery(
                        "insert into known_browser (browser, account, until) values (:browser, :account, :until)")
                .setParameter("browser", browser)
                .setParameter("account", account)
                .setParameter("until", until)
                .executeUpdate();
    }

    void forgetBefore(Instant then) {
        entities.createNativeQuery("delete from known_browser where until < :then")
                .setParameter("then", then)
                .executeUpdate();
    }
}
