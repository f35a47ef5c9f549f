// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one person was told. Whoever asks says whose, and nothing of anybody else's is found. */
@Singleton
@Transactional
public class Inbox {
    private final OutboxRows rows;
    private final Clock clock;

    Inbox(OutboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A message somebody has.
     *
     * @param time when it was recorded, by the database's clock under the head's lock
     * @param read when he said that he has read it
     */
    public record Notice(UUID id, Message message, Instant time, Optional<Instant> read) {}

    /** @param before only what is older than this one; nothing, where there is none of his */
    public record Wanted(boolean unreadOnly, Optional<UUID> before, int limit) {}

    /** The newest first. */
    public List<Notice> of(UUID person, Wanted wanted) {
        if (wanted.before().isEmpty()) {
            return notices(rows.newest(person, wanted.unreadOnly(), wanted.limit()));
        }
        return rows.of(person, wanted.before().get())
                .map(last -> notices(rows.olderThan(last, wanted.unreadOnly(), wanted.limit())))
                .orElse(List.of());
    }

    public long unread(UUID person) {
        return rows.unread(person);
    }

    /** Of all these at once; who has none is left out. */
    public Map<UUID, Long> unread(Set<UUID> people) {
        return people.isEmpty() ? Map.of() : rows.unread(people);
    }

    /** He has read it; the first time counts. Empty, where there is none of his. */
    public Optional<Notice> read(UUID person, UUID notice) {
        rows.read(person, notice, clock.instant());
        return rows.of(person, notice).flatMap(OutboxRow::notice);
    }

    private static List<Notice> notices(List<OutboxRow> rows) {
        return rows.stream().flatMap(row -> row.notice().stream()).toList();
    }
}
