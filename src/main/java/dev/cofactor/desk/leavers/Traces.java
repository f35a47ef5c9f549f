// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Filter;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What the log says somebody did. Of each class so many entries are read at the most; that there were more is said. */
@Singleton
class Traces {
    static final Duration LATELY = Duration.ofDays(90);

    private static final Set<Outcome> GIVEN = Set.of(Outcome.DONE, Outcome.REPEATED);
    private static final int MOST = 20_000;

    private final Records records;

    Traces(Records records) {
        this.records = records;
    }

    /** How often what was released, and when last. */
    record Count(Map<EventClass, Long> numbers, Instant last) {
        long of(EventClass kind) {
            return numbers.getOrDefault(kind, 0L);
        }
    }

    /** @param bySecret what was released to him, by the secret it was of */
    record Found(Map<UUID, Count> bySecret, Set<UUID> services, Set<UUID> tokens, int unreadable, boolean whole) {}

    Found of(UUID person, Instant now) {
        Filter his = Filter.ALL.byActor(person).endedAs(GIVEN);
        Filter lately = his.notBefore(now.minus(LATELY));
        Reading reading = new Reading();
        reading.released(EventClass.CODE_RELEASED, all(lately, EventClass.CODE_RELEASED));
        reading.released(EventClass.BACKUP_CODE_TAKEN, all(lately, EventClass.BACKUP_CODE_TAKEN));
        reading.released(EventClass.FIELD_REVEALED, all(his, EventClass.FIELD_REVEALED));
        reading.services(all(his, EventClass.SERVICE_CHANGED));
        reading.tokens(all(his, EventClass.TOKEN_ISSUED));
        return reading.found();
    }

    private Iterator<Entry> all(Filter filter, EventClass kind) {
        return records.all(filter.inClasses(Set.of(kind)));
    }

    /** Collects what several passages through the log find. */
    private static final class Reading {
        private final Map<UUID, Count> bySecret = new HashMap<>();
        private final Set<UUID> services = new LinkedHashSet<>();
        private final Set<UUID> tokens = new LinkedHashSet<>();
        private int unreadable;
        private boolean whole = true;

        Found found() {
            return new Found(bySecret, services, tokens, unreadable, whole);
        }

        void released(EventClass kind, Iterator<Entry> entries) {
            each(
                    entries,
                    sound -> sound.columns()
                            .about()
                            .ifPresent(secret ->
                                    count(secret, kind, sound.columns().time())));
        }

        /** Made, as against renamed, suspended or resumed. */
        void services(Iterator<Entry> entries) {
            each(
                    entries,
                    sound -> sound.columns()
                            .about()
                            .filter(service -> sound.contents().details().get("parts") instanceof Collection<?> parts
                                    && parts.contains("service"))
                            .ifPresent(services::add));
        }

        void tokens(Iterator<Entry> entries) {
            each(entries, sound -> {
                if (sound.contents().details().get("other") instanceof String id) {
                    tokens.add(UUID.fromString(id));
                }
            });
        }

        private void each(Iterator<Entry> entries, Consumer<Entry.Sound> take) {
            for (int read = 0; entries.hasNext(); read++) {
                if (read == MOST) {
                    whole = false;
                    return;
                }
                // What is not sound may be anybody's invention, and what was there instead nobody knows.
                switch (entries.next()) {
                    case Entry.Sound sound -> take.accept(sound);
                    case Entry.Altered altered -> unreadable++;
                    case Entry.Shut shut -> unreadable++;
                }
            }
        }

        private void count(UUID secret, EventClass kind, Instant time) {
            Count before = bySecret.getOrDefault(secret, new Count(Map.of(), Instant.EPOCH));
            Map<EventClass, Long> numbers = new EnumMap<>(EventClass.class);
            numbers.putAll(before.numbers());
            numbers.merge(kind, 1L, Long::sum);
            bySecret.put(secret, new Count(numbers, time.isAfter(before.last()) ? time : before.last()));
        }
    }
}
