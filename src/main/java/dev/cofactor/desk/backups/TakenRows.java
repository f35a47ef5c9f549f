// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Which codes of a pool are taken, by which record; read here, written by the log's own claims, but for what goes back. */
@ApplicationScoped
@Transactional
class TakenRows {
    private static final String AGAIN = """
            select c.position, p.total from claim_replay r
              join claim_backup_code c on c.event = r.event
              join backup_pool p on p.pool = c.pool
             where r.actor = :actor and r.secret = :secret and r.action = :action and r.key = :key
               and r.time >= clock_timestamp() - interval '10 minutes'
            """;

    private static final String NEXT = """
            select min(c.position) as position, max(p.total) as total from claim_backup_code c
              join backup_pool p on p.pool = c.pool where c.pool = :pool and c.event is null
            having count(*) > 0
            """;

    private static final String TAKEN = """
            select c.code, c.pool, p.secret, c.position, c.event, p.ended_at is null as present
              from claim_backup_code c join backup_pool p on p.pool = c.pool
            """;

    private final EntityManager entities;

    TakenRows(EntityManager entities) {
        this.entities = entities;
    }

    /** A code's place in its pool, from 0 on. */
    record Place(int position, int total) {}

    /** @param event that took it; {@code present}: whether its pool is the one that serves */
    record Taken(UUID code, UUID pool, UUID secret, int position, UUID event, boolean present) {}

    /** What the same request had before, if there was one. */
    Optional<Place> again(UUID hand, UUID secret, String key) {
        return place(entities.unwrap(Session.class)
                .createNativeQuery(AGAIN, Tuple.class)
                .setParameter("actor", hand)
                .setParameter("secret", secret)
                .setParameter("action", Order.ACTION)
                .setParameter("key", key));
    }

    /** Whose turn it is; nothing where none is left. */
    Optional<Place> next(UUID pool) {
        return place(entities.unwrap(Session.class)
                .createNativeQuery(NEXT, Tuple.class)
                .setParameter("pool", pool));
    }

    boolean isUnsure(UUID pool) {
        return !entities.createNativeQuery("select object from claim_unsure where object = :pool", UUID.class)
                .setParameter("pool", pool)
                .getResultList()
                .isEmpty();
    }

    private static Optional<Place> place(NativeQuery<Tuple> query) {
        return query.addScalar("position", Integer.class).addScalar("total", Integer.class).getResultList().stream()
                .map(row -> new Place(row.get("position", Integer.class), row.get("total", Integer.class)))
                .findFirst();
    }

    Optional<Taken> by(UUID event) {
        return taken(named(TAKEN + " where c.event = :event").setParameter("event", event)).stream()
                .findFirst();
    }

    Optional<Taken> code(UUID code) {
        return taken(named(TAKEN + " where c.code = :code").setParameter("code", code)).stream()
                .findFirst();
    }

    /** The last one taken first. */
    List<Taken> of(UUID pool) {
        return taken(named(TAKEN + " where c.pool = :pool and c.event is not null order by c.position desc")
                .setParameter("pool", pool));
    }

    private NativeQuery<Tuple> named(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    private static List<Taken> taken(NativeQuery<Tuple> query) {
        return query
                .addScalar("code", UUID.class)
                .addScalar("pool", UUID.class)
                .addScalar("secret", UUID.class)
                .addScalar("position", Integer.class)
                .addScalar("event", UUID.class)
                .addScalar("present", Boolean.class)
                .getResultList()
                .stream()
                .map(row -> new Taken(
                        row.get("code", UUID.class),
                        row.get("pool", UUID.class),
                        row.get("secret", UUID.class),
                        row.get("position", Integer.class),
                        row.get("event", UUID.class),
                        row.get("present", Boolean.class)))
                .toList();
    }

    /** @return whether that event had it until now */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean putBack(UUID code, UUID event) {
        return entities.createNativeQuery(
                                "update claim_backup_code set event = null where code = :code and event = :event")
                        .setParameter("code", code)
                        .setParameter("event", event)
                        .executeUpdate()
                == 1;
    }
}
