// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.sealing.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Pools of backup codes; which of the codes are taken is settled by the log's own table. */
@ApplicationScoped
@Transactional
class PoolRows {
    private static final String CURRENT = """
            select p.pool, p.total, p.low_water, p.made_at, p.made_by,
                   (select count(*) from claim_backup_code c where c.pool = p.pool and c.event is null) as left_over
              from backup_pool p where p.secret = :secret and p.field = :field and p.ended_at is null
            """;

    private final EntityManager entities;

    PoolRows(EntityManager entities) {
        this.entities = entities;
    }

    /** @param left how many nobody has had */
    record Pool(UUID id, int total, int left, int lowWater, Instant made, UUID by) {
        boolean isLow() {
            return left <= lowWater;
        }
    }

    Optional<Pool> current(UUID secret, UUID field) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(CURRENT, Tuple.class)
                .addScalar("pool", UUID.class)
                .addScalar("total", Integer.class)
                .addScalar("left_over", Long.class)
                .addScalar("low_water", Integer.class)
                .addScalar("made_at", Instant.class)
                .addScalar("made_by", UUID.class)
                .setParameter("secret", secret)
                .setParameter("field", field);
        return query.getResultList().stream().map(PoolRows::pool).findFirst();
    }

    private static Pool pool(Tuple row) {
        return new Pool(
                row.get("pool", UUID.class),
                row.get("total", Integer.class),
                row.get("left_over", Long.class).intValue(),
                row.get("low_water", Integer.class),
                row.get("made_at", Instant.class),
                row.get("made_by", UUID.class));
    }

    List<UUID> untaken(UUID pool) {
        Stream<?> found = entities.createNativeQuery(
                        "select code from claim_backup_code where pool = :pool and event is null", UUID.class)
                .setParameter("pool", pool)
                .getResultStream();
        return found.map(UUID.class::cast).toList();
    }

    void end(UUID pool, Instant time) {
        entities.createNativeQuery("update backup_pool set ended_at = :time where pool = :pool")
                .setParameter("pool", pool)
                .setParameter("time", time)
                .executeUpdate();
    }

    void add(Pool pool, UUID secret, UUID field) {
        entities.createNativeQuery("""
                        insert into backup_pool (pool, secret, field, total, low_water, made_at, made_by)
                        values (:pool, :secret, :field, :total, :low, :time, :by)
                        """)
                .setParameter("pool", pool.id())
                .setParameter("secret", secret)
                .setParameter("field", field)
                .setParameter("total", pool.total())
                .setParameter("low", pool.lowWater())
                .setParameter("time", pool.made())
                .setParameter("by", pool.by())
                .executeUpdate();
    }

    void addCode(UUID pool, Where code, int position) {
        entities.createNativeQuery(
                        "insert into claim_backup_code (code, pool, position) values (:code, :pool, :position)")
                .setParameter("code", code.value())
                .setParameter("pool", pool)
                .setParameter("position", position)
                .executeUpdate();
    }

    void setLowWater(UUID pool, int lowWater) {
        entities.createNativeQuery("update backup_pool set low_water = :low where pool = :pool")
                .setParameter("low", lowWater)
                .setParameter("pool", pool)
                .executeUpdate();
    }
}
