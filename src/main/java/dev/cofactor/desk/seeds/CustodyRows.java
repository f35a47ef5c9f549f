// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Only added to and read: what somebody could have known he can know for ever. */
@ApplicationScoped
@Transactional
class CustodyRows {
    private static final String ADD = """
            insert into custody (seed, actor, kind, how, time, event)
            values (:seed, cast(:actor as uuid), :kind, :how, :time, :event) on conflict do nothing
            """;

    private static final String OF_SECRET = """
            select c.seed, c.actor, c.kind, c.how, c.time, c.event, s.secret, s.state from custody c
              join seed s on s.value = c.seed where s.secret = :id order by c.time desc, c.actor
            """;

    private static final String OF_ACTOR = """
            select c.seed, c.actor, c.kind, c.how, c.time, c.event, s.secret, s.state from custody c
              join seed s on s.value = c.seed where c.actor = :id and s.state <> 'destroyed' order by c.time
            """;

    private final EntityManager entities;

    CustodyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** An agent hands on what it reads: then its person could have known it too. */
    void enter(UUID seed, Actor actor, Custody.How how, UUID event, Instant time) {
        insert(seed, actor.id().toString(), actor.kind(), how, event, time);
        if (actor instanceof Actor.Agent agent) {
            insert(seed, agent.person().toString(), new Actor.Person(agent.person()).kind(), how, event, time);
        }
    }

    /** Nobody knows who had it before. */
    void enterUnknown(UUID seed, UUID event, Instant time) {
        insert(seed, null, Custody.UNKNOWN, Custody.How.IMPORTED, event, time);
    }

    /** It was made here, and whoever had it made has not seen it. */
    void enterNobody(UUID seed, UUID event, Instant time) {
        insert(seed, null, Custody.NOBODY, Custody.How.GENERATED, event, time);
    }

    private void insert(UUID seed, @Nullable String actor, String kind, Custody.How how, UUID event, Instant time) {
        entities.createNativeQuery(ADD)
                .setParameter("seed", seed)
                .setParameter("actor", actor)
                .setParameter("kind", kind)
                .setParameter("how", how.word())
                .setParameter("time", time)
                .setParameter("event", event)
                .executeUpdate();
    }

    List<Custody.Known> ofSecret(UUID secret) {
        return read(OF_SECRET, secret);
    }

    List<Custody.Known> ofActor(UUID actor) {
        return read(OF_ACTOR, actor);
    }

    private List<Custody.Known> read(String sql, UUID id) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("secret", UUID.class)
                .addScalar("seed", UUID.class)
                .addScalar("state", String.class)
                .addScalar("actor", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("how", String.class)
                .addScalar("time", Instant.class)
                .addScalar("event", UUID.class)
                .setParameter("id", id);
        return query.getResultList().stream().map(CustodyRows::known).toList();
    }

    private static Custody.Known known(Tuple row) {
        return new Custody.Known(
                row.get("secret", UUID.class),
                row.get("seed", UUID.class),
                row.get("state", String.class),
                Optional.ofNullable(row.get("actor", UUID.class)),
                row.get("kind", String.class),
                row.get("how", String.class),
                row.get("time", Instant.class),
                row.get("event", UUID.class));
    }
}
