// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Since when what is deleted lies there. */
@ApplicationScoped
@Transactional
class TrashRows {
    private static final int MOST = 500;

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

    /** The last to be put there, and since when each lies there. */
    Map<UUID, Instant> after(Instant moment) {
        return session()
                .createNativeQuery(
                        "select secret, since from trash where since > :moment order by since desc limit " + MOST,
                        Tuple.class)
                .addScalar("secret", UUID.class)
                .addScalar("since", Instant.class)
                .setParameter("moment", moment)
                .getResultStream()
                .collect(
                        Collectors.toMap(row -> row.get("secret", UUID.class), row -> row.get("since", Instant.class)));
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
