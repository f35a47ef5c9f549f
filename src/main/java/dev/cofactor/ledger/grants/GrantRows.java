// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class GrantRows implements PanacheRepositoryBase<GrantRow, UUID> {
    private static final String HELD = "actor = ?1 and action = ?2 and secret = ?3 and coalesce(run, '') = ?5"
            + " and request is not null and ended is null and ends > ?4 order by ends, id";

    private static final String ALL_HELD = "actor = ?1 and coalesce(run, '') = ?3"
            + " and request is not null and ended is null and ends > ?2 order by ends, id";

    List<GrantRow> held(UUID hand, Optional<String> run, String verb, UUID secret, Instant now) {
        return list(HELD, hand, verb, secret, now, run.orElse(""));
    }

    /** For whatever it is. */
    List<GrantRow> held(UUID hand, Optional<String> run, Instant now) {
        return list(ALL_HELD, hand, now, run.orElse(""));
    }

    List<GrantRow> some(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    Optional<GrantRow> of(UUID request) {
        return find("request", request).firstResultOptional();
    }

    List<GrantRow> of(Collection<UUID> requests) {
        return requests.isEmpty() ? List.of() : list("request in ?1", requests);
    }

    /** What has ended before stays as it ended. */
    boolean end(UUID request, String why) {
        return update("ended = ?1 where request = ?2 and ended is null", why, request) == 1;
    }

    int endOf(UUID self, String why) {
        return update(
                "ended = ?1 where ended is null and request in"
                        + " (select r.id from RequestRow r where r.person = ?2 or r.hand = ?2 or r.actor = ?2)",
                why,
                self);
    }

    List<GrantRow> lapsed(Instant now, int limit) {
        return find("ended is null and request is not null and ends <= ?1 order by ends", now)
                .page(0, limit)
                .list();
    }
}
