// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What one request has moved so far, what it had to leave, and whether it has time for more. */
final class Tally {
    private final long deadline;
    private final Set<UUID> from = new HashSet<>();
    private final List<Stuck> named = new ArrayList<>();
    private boolean begun;
    private long moved;
    private long stuck;

    /** A row that stays as it is. */
    record Stuck(String rows, UUID row) {}

    /** @param deadline as {@code System.nanoTime} counts */
    Tally(long deadline) {
        this.deadline = deadline;
    }

    /** However little time there is, each request does one portion: so asking again comes to an end. */
    boolean isOverTime() {
        return begun && System.nanoTime() - deadline > 0;
    }

    void add(String rows, UUID key, Naming.Portion portion) {
        begun |= portion.moved() > 0;
        moved += portion.moved();
        if (portion.moved() > 0) {
            from.add(key);
        }
        leave(rows, portion.stuck().size(), portion.stuck());
    }

    /** @param some of that number, to be named */
    void leave(String rows, long number, List<UUID> some) {
        stuck += number;
        some.stream()
                .limit(Math.max(0, RewrapDesk.MOST_NAMED - named.size()))
                .forEach(row -> named.add(new Stuck(rows, row)));
    }

    long moved() {
        return moved;
    }

    Set<UUID> from() {
        return Set.copyOf(from);
    }

    long stuck() {
        return stuck;
    }

    List<Stuck> named() {
        return List.copyOf(named);
    }

    List<String> ids() {
        return named.stream().map(one -> one.row().toString()).toList();
    }
}
