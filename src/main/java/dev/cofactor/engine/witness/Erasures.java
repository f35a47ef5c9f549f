// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which bodies are gone, and whether that can be. A month's bodies are sealed under one key, so they go together or not
 * at all: nobody hides a single one behind a key that was destroyed.
 */
final class Erasures {
    private static final String MIXED = "its body is not there, and other bodies of its month are";

    private final Set<UUID> keys = new HashSet<>();
    private final Map<UUID, Long> unexplained = new LinkedHashMap<>();
    private final Map<Cause, Long> counts = new EnumMap<>(Cause.class);
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private Month month = new Month(new UUID(0, 0), false, Long.MIN_VALUE);

    private record Month(UUID key, boolean erased, long end) {}

    /** Neighbours that are all erased, and how many were before them. */
    private record Run(long first, long last, long before) {
        long upTo(long index) {
            return before + Math.min(index, last) - first + 1;
        }
    }

    void opened(Entry entry) {
        enter(entry.row(), false);
    }

    void erased(Entry entry, Cause cause) {
        enter(entry.row(), true);
        unexplained.putIfAbsent(entry.row().bodyKey(), entry.index());
        counts.merge(cause, 1L, Long::sum);
        Map.Entry<Long, Run> last = runs.lastEntry();
        boolean neighbour = last != null && last.getValue().last() == entry.index() - 1;
        Run run = neighbour ? Objects.requireNonNull(last).getValue() : new Run(entry.index(), -1, upTo(entry.index()));
        runs.put(run.first(), new Run(run.first(), entry.index(), run.before()));
    }

    private void enter(Row row, boolean erased) {
        if (row.time() < month.end()) {
            Untrue.unless(month.key().equals(row.bodyKey()), "its month has another body key");
            requireSame(row.bodyKey(), erased);
            return;
        }
        Untrue.unless(keys.add(row.bodyKey()), "its body key was another month's");
        month = new Month(row.bodyKey(), erased, endOfMonth(row.time()));
    }

    /** A body that is there shows that the key lives: what lies is the first one that is not. */
    private void requireSame(UUID key, boolean erased) {
        if (month.erased() && !erased) {
            throw Untrue.of(Objects.requireNonNull(unexplained.get(key)), MIXED);
        }
        Untrue.unless(month.erased() == erased, MIXED);
    }

    private static long endOfMonth(long time) {
        return YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    /** A readable entry says so: what was erased before it is explained. */
    void destroyed(UUID key) {
        unexplained.remove(key);
    }

    void requireExplained() {
        unexplained.values().stream().findFirst().ifPresent(index -> {
            throw Untrue.of(index, "its body is not there, and no later entry says that its key was destroyed");
        });
    }

    /** How many are erased behind the one place, up to the other. */
    long between(long after, long upTo) {
        return upTo(upTo) - upTo(after);
    }

    private long upTo(long index) {
        Map.Entry<Long, Run> run = runs.floorEntry(index);
        return run == null ? 0 : run.getValue().upTo(index);
    }

    Map<Cause, Long> counts() {
        Map<Cause, Long> all = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            all.put(cause, counts.getOrDefault(cause, 0L));
        }
        return all;
    }
}
