// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One moment for each cell of time. Between two changes of any zone's offset, and with no date range ending, every week is
 * like the next: seven days of each such stretch say all of it, and what is shorter, such as the weeks in which one continent
 * has changed its clocks and the other has not, is seen whole. Clocks are followed for a year and a month from now, and from
 * every day on which a date range begins or ends: after that the years repeat.
 *
 * @param matter whether anything asks for the time at all
 */
record Times(List<Instant> all, boolean matter, boolean exact) {
    private static final Duration YEAR = Duration.ofDays(400);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_POINTS = 50_000;

    static Times of(Set<Set<Condition>> parts, Instant from) {
        if (parts.isEmpty()) {
            return new Times(List.of(from), false, true);
        }
        Edges edges = Edges.of(parts);
        TreeSet<Instant> points = new TreeSet<>();
        boolean exact = edges.collect(from, points);
        return new Times(Cells.different(points, parts, time -> Cells.at(time, null)), true, exact);
    }

    /** Where an answer may change: times of day in a zone, beginnings of days, and clocks that are put forward or back. */
    private record Edges(Set<Clock> clocks, Set<Day> days, Set<ZoneId> zones) {
        /** @param minute of the day */
        private record Clock(int minute, ZoneId zone) {}

        /** Its beginning. */
        private record Day(LocalDate date, ZoneId zone) {}

        static Edges of(Set<Set<Condition>> parts) {
            Edges edges = new Edges(new HashSet<>(), new HashSet<>(), new HashSet<>());
            parts.stream().flatMap(Set::stream).map(Cells::plain).forEach(edges::add);
            return edges;
        }

        private void add(Condition condition) {
            switch (condition) {
                case Condition.Hours hours -> {
                    zones.add(hours.zone());
                    clocks.add(new Clock(hours.from(), hours.zone()));
                    clocks.add(new Clock(hours.until(), hours.zone()));
                }
                case Condition.Dates dates -> {
                    zones.add(dates.zone());
                    addDay(dates.from(), 0, dates.zone());
                    addDay(dates.until(), 1, dates.zone());
                }
                case Condition.Network network -> {}
                case Condition.TokenClaim claim -> {}
                case Condition.Not not -> add(not.of());
            }
        }

        private void addDay(@Nullable LocalDate date, int later, ZoneId zone) {
            if (date != null && date.isBefore(LocalDate.MAX)) {
                days.add(new Day(date.plusDays(later), zone));
            }
        }

        /** @return whether all were collected */
        boolean collect(Instant from, TreeSet<Instant> points) {
            TreeSet<Instant> cuts = cuts(from);
            for (Instant start : cuts) {
                Instant next = cuts.higher(start);
                Instant weekLater = start.plus(WEEK);
                points.add(start);
                for (Clock clock : clocks) {
                    within(start, next == null || next.isAfter(weekLater) ? weekLater : next, clock)
                            .forEach(points::add);
                }
                if (points.size() > MOST_POINTS) {
                    return false;
                }
            }
            return true;
        }

        /** Every beginning of a stretch in which the offsets of all zones and the answers of all date ranges stay. */
        private TreeSet<Instant> cuts(Instant from) {
            TreeSet<Instant> starts = new TreeSet<>(List.of(from));
            days.stream().flatMap(Edges::beginnings).filter(from::isBefore).forEach(starts::add);
            TreeSet<Instant> cuts = new TreeSet<>(starts);
            for (Instant start : starts) {
                Instant next = starts.higher(start);
                Instant yearLater = start.plus(YEAR);
                for (ZoneId zone : zones) {
                    cuts.addAll(changes(zone, start, next == null || next.isAfter(yearLater) ? yearLater : next));
                }
            }
            return cuts;
        }

        /** A day that begins twice, because clocks were put back over midnight, does so at both. */
        private static Stream<Instant> beginnings(Day day) {
            LocalDateTime midnight = day.date().atStartOfDay();
            List<ZoneOffset> offsets = day.zone().getRules().getValidOffsets(midnight);
            return offsets.isEmpty()
                    ? Stream.of(midnight.atZone(day.zone()).toInstant())
                    : offsets.stream().map(midnight::toInstant);
        }

        private static List<Instant> changes(ZoneId zone, Instant after, Instant before) {
            List<Instant> changes = new ArrayList<>();
            ZoneOffsetTransition next = zone.getRules().nextTransition(after);
            while (next != null && next.getInstant().isBefore(before)) {
                changes.add(next.getInstant());
                next = zone.getRules().nextTransition(next.getInstant());
            }
            return changes;
        }

        private static List<Instant> within(Instant start, Instant end, Clock clock) {
            List<Instant> found = new ArrayList<>();
            ZoneOffset offset = clock.zone().getRules().getOffset(start);
            LocalDate first = start.atOffset(offset).toLocalDate();
            for (int day = 0; day <= WEEK.toDays(); day++) {
                Instant edge = first.plusDays(day)
                        .atStartOfDay()
                        .plusMinutes(clock.minute())
                        .toInstant(offset);
                if (edge.isAfter(start) && edge.isBefore(end)) {
                    found.add(edge);
                }
            }
            return found;
        }
    }
}
