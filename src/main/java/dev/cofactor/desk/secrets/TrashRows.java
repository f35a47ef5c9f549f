// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Since when what is deleted lies there. */
@ApplicationScoped
@Transactional
class TrashRows {
    private final EntityManager entities;

    TrashRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Instant> since(UUID secret) {
        return session()
                .createNativeQuery("select since from trash where secret = :secret", Instant.class)
                .setParameter("secret", secret)
                .uniqueResultOptional();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(UUID secret, Instant since) {
        session()
                .createNativeMutationQuery("insert into trash (secret, since) values (:secret, :since)")
                .setParameter("secret", secret)
                .setParameter("since", since)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void take(UUID secret) {
        session()
                .createNativeMutationQuery("delete from trash where secret = :secret")
                .setParameter("secret", secret)
                .executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
