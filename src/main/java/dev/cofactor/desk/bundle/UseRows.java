// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.engine.escrow.UseFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** What was opened from bundles; and that a backup code that was is no longer to be had. */
@ApplicationScoped
@Transactional
class UseRows {
    private static final String USES = """
            select u.secret, u.value, u.content, u.number, u.opened_at, u.event,
                   exists (select 1 from seed s where s.value = u.value and s.state = 'serving') as serving
              from bundle_use u where u.bundle = :bundle order by u.opened_at, u.digest
            """;

    private final EntityManager entities;

    UseRows(EntityManager entities) {
        this.entities = entities;
    }

    /** @param serving whether that seed still gives codes here, so that it is to be overwritten */
    record Known(UUID secret, UUID value, String content, int number, Instant opened, UUID event, boolean serving) {}

    List<Known> of(UUID bundle) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(USES, Tuple.class)
                .addScalar("secret", UUID.class)
                .addScalar("value", UUID.class)
                .addScalar("content", String.class)
                .addScalar("number", Integer.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("event", UUID.class)
                .addScalar("serving", Boolean.class)
                .setParameter("bundle", bundle);
        return query.getResultList().stream()
                .map(row -> new Known(
                        row.get("secret", UUID.class),
                        row.get("value", UUID.class),
                        row.get("content", String.class),
                        row.get("number", Integer.class),
                        row.get("opened_at", Instant.class),
                        row.get("event", UUID.class),
                        row.get("serving", Boolean.class)))
                .toList();
    }

    boolean has(UUID bundle, String digest) {
        return !entities.createNativeQuery("select 1 from bundle_use where bundle = :bundle and digest = :digest")
                .setParameter("bundle", bundle)
                .setParameter("digest", HexFormat.of().parseHex(digest))
                .getResultList()
                .isEmpty();
    }

    /** @return whether it was not there before */
    boolean add(UUID bundle, UseFile.Line line, UUID event, Instant time) {
        UseFile.Use use = line.use();
        return entities.createNativeQuery("insert into bundle_use"
                                + " (bundle, digest, secret, value, content, number, opened_at, event, told_at) values"
                                + " (:bundle, :digest, :secret, :value, :content, :number, :opened, :event, :time)"
                                + " on conflict do nothing")
                        .setParameter("bundle", bundle)
                        .setParameter("digest", HexFormat.of().parseHex(line.digest()))
                        .setParameter("secret", use.secret())
                        .setParameter("value", use.value())
                        .setParameter("content", use.content())
                        .setParameter("number", use.number())
                        .setParameter("opened", use.at())
                        .setParameter("event", event)
                        .setParameter("time", time)
                        .executeUpdate()
                == 1;
    }

    /** Whether this code belongs to one of these pools, whoever had it. */
    boolean isOf(UUID code, List<UUID> pools) {
        return !pools.isEmpty()
                && !entities.createNativeQuery(
                                "select 1 from claim_backup_code where code = :code and pool in (:pools)")
                        .setParameter("code", code)
                        .setParameter("pools", pools)
                        .getResultList()
                        .isEmpty();
    }

    /** Under the head's lock, as are all who take one. @return whether nobody had it here */
    boolean take(UUID code, UUID event) {
        return entities.createNativeQuery(
                                "update claim_backup_code set event = :event where code = :code and event is null")
                        .setParameter("event", event)
                        .setParameter("code", code)
                        .executeUpdate()
                == 1;
    }
}
