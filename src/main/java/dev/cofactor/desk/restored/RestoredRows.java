// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.restored;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the copy, counted; and the mark that holds releases back. */
@ApplicationScoped
class RestoredRows {
    private static final String FACTS = """
            select (select time from log_entry where epoch = h.epoch - 1 order by index desc limit 1)::text,
                   (select count(*) from person where active),
                   (select count(*) from service where not active),
                   (select count(*) from agent where not active),
                   (select count(*) from federation where not active and ended_at is null),
                   (select count(*) from claim_unsure u join seed s on s.value = u.object),
                   (select count(*) from claim_unsure u join backup_pool p on p.pool = u.object)
              from log_head h
            """;

    private static final List<String> NAMES = List.of(
            "last-recorded",
            "people-active",
            "services-suspended",
            "agents-suspended",
            "federations-suspended",
            "counters-locked",
            "pools-locked");

    private final EntityManager entities;

    RestoredRows(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    boolean isUnconfirmed() {
        return (Boolean)
                entities.createNativeQuery("select unconfirmed from log_head").getSingleResult();
    }

    @Transactional
    Map<String, String> facts() {
        Object[] row = (Object[]) entities.createNativeQuery(FACTS).getSingleResult();
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            facts.put(NAMES.get(i), String.valueOf(row[i]));
        }
        return facts;
    }

    /** @return whether it waited for that */
    boolean confirm() {
        return entities.createNativeQuery("update log_head set unconfirmed = false where unconfirmed")
                        .executeUpdate()
                == 1;
    }
}
