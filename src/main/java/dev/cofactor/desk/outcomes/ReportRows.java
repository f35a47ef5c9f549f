// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reports, one a release at most; written under the head's lock, with the event that records them. */
@ApplicationScoped
@Transactional
class ReportRows {
    private static final String ADD = """
            insert into release_report (release, secret, kind, result, actor, event, time)
            values (:release, :secret, :kind, :result, :actor, :event, :time) on conflict (release) do nothing
            """;

    private static final String HELP = """
            update release_report set helped = :event
             where release = :release and result = 'rejected' and helped is null
            """;

    private final EntityManager entities;

    ReportRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Which event records it, by whom and when. */
    record By(UUID actor, UUID event, Instant time) {}

    /** @return whether there was none yet */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean add(Release release, Result result, By by) {
        return entities.createNativeQuery(ADD)
                        .setParameter("release", release.event())
                        .setParameter("secret", release.secret())
                        .setParameter("kind", release.kind().word())
                        .setParameter("result", result.word())
                        .setParameter("actor", by.actor())
                        .setParameter("event", by.event())
                        .setParameter("time", by.time())
                        .executeUpdate()
                == 1;
    }

    /** @return whether it was reported as refused, and nobody was asked because of it yet */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean help(UUID release, UUID event) {
        return entities.createNativeQuery(HELP)
                        .setParameter("release", release)
                        .setParameter("event", event)
                        .executeUpdate()
                == 1;
    }

    boolean isHelped(UUID release) {
        return !entities.createNativeQuery(
                        "select 1 from release_report where release = :release and helped is not null", Integer.class)
                .setParameter("release", release)
                .getResultList()
                .isEmpty();
    }

    Optional<Result> of(UUID release) {
        return Optional.ofNullable(of(List.of(release)).get(release));
    }

    Map<UUID, Result> of(Collection<UUID> releases) {
        if (releases.isEmpty()) {
            return Map.of();
        }
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery("select release, result from release_report where release in (:some)", Tuple.class)
                .addScalar("release", UUID.class)
                .addScalar("result", String.class)
                .setParameterList("some", releases);
        return query.getResultList().stream()
                .collect(Collectors.toMap(
                        row -> row.get("release", UUID.class),
                        row -> Result.find(row.get("result", String.class)).orElseThrow()));
    }
}
