// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AppRows implements PanacheRepositoryBase<AppRow, UUID> {
    private static final String PROVED = "person = ?1 and provedAt is not null";

    @Transactional
    boolean isEnrolled(UUID person) {
        return count(PROVED, person) > 0;
    }

    /** In the order in which they were begun. */
    @Transactional(TxType.REQUIRES_NEW)
    List<AppRow.Kept> proved(UUID person) {
        return list(PROVED + " order by createdAt, id", person).stream()
                .map(AppRow::kept)
                .toList();
    }

    /** The one that waits to be proved by the session it was shown to. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<AppRow.Kept> pending(UUID person, UUID session, Instant now) {
        return find("person = ?1 and session = ?2 and provedAt is null and expiresAt > ?3", person, session, now)
                .firstResultOptional()
                .map(AppRow::kept);
    }

    /** In place of the one that waited, if any; and whatever waited too long goes. */
    void begin(AppRow row, Instant now) {
        delete("provedAt is null and (person = ?1 or expiresAt <= ?2)", row.person, now);
        persist(row);
        flush();
    }

    /** @return false where it waits no more, or not for this session */
    boolean prove(UUID app, UUID session, long step, Instant now) {
        return update(
                        "provedAt = ?1, lastUsedAt = ?1, lastStep = ?2"
                                + " where id = ?3 and session = ?4 and provedAt is null and expiresAt > ?1",
                        now,
                        step,
                        app,
                        session)
                == 1;
    }

    /** @return false where that step or a later one was used before, or the app is gone */
    boolean consume(UUID app, long step, Instant now) {
        return update(
                        "lastStep = ?1, lastUsedAt = ?2 where id = ?3 and provedAt is not null and lastStep < ?1",
                        step,
                        now,
                        app)
                == 1;
    }

    boolean remove(UUID person, UUID app) {
        return delete(PROVED + " and id = ?2", person, app) == 1;
    }

    long removeAll(UUID person) {
        long proved = count(PROVED, person);
        delete("person", person);
        return proved;
    }
}
