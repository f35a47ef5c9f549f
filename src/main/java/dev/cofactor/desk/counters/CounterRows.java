// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Where counting seeds stand: the number that goes out next. */
@ApplicationScoped
@Transactional
class CounterRows {
    private final EntityManager entities;

    CounterRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Of one that has given nothing yet: where it begins. */
    long next(UUID seed) {
        List<?> found = entities.createNativeQuery("select next from claim_counter where seed = :seed")
                .setParameter("seed", seed)
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.getFirst()).longValue();
    }

    /**
     * What a restored copy could not know is known with it.
     *
     * @return whether it stands there now; it never goes back
     */
    boolean forward(UUID seed, long next) {
        entities.createNativeQuery("delete from claim_unsure where object = :seed")
                .setParameter("seed", seed)
                .executeUpdate();
        return entities.createNativeQuery("""
                        insert into claim_counter as c (seed, next) values (:seed, :next)
                        on conflict (seed) do update set next = excluded.next where c.next <= excluded.next
                        """)
                        .setParameter("seed", seed)
                        .setParameter("next", next)
                        .executeUpdate()
                == 1;
    }
}
