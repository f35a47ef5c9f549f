// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Who at the provider is who here. Plain SQL: whether a link is free is the constraints' to say. */
@ApplicationScoped
@Transactional
class LinkRows {
    private final EntityManager entities;

    LinkRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<UUID> personOf(String issuer, String subject) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select person from sso_link where issuer = :issuer and subject = :subject", UUID.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** The one at this provider. */
    Optional<Links.Link> of(UUID person, String issuer) {
        List<Object[]> found = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select subject, linked_at from sso_link where person = :person and issuer = :issuer",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("issuer", issuer)
                .addScalar("subject", String.class)
                .addScalar("linked_at", Instant.class)
                .getResultList();
        return found.stream().findFirst().map(row -> new Links.Link(issuer, (String) row[0], (Instant) row[1]));
    }

    /** @return false where either end is linked already */
    boolean add(String issuer, String subject, UUID person, Instant at) {
        return entities.createNativeQuery("""
                        insert into sso_link (issuer, subject, person, linked_at)
                        values (:issuer, :subject, :person, :at) on conflict do nothing
                        """)
                        .setParameter("issuer", issuer)
                        .setParameter("subject", subject)
                        .setParameter("person", person)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    /** At whichever provider. @return how many there were */
    int remove(UUID person) {
        return entities.createNativeQuery("delete from sso_link where person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
