// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import dev.cofactor.desk.waiting.Waiter.Ticket;
import dev.cofactor.desk.waiting.Waiter.Turn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Those who wait for one thing, in the order in which they came. All of it is done under the lock of {@link Lines}. */
final class Line {
    /** Of those who share it. */
    private static final int AT_ONCE = Bell.AT_ONCE;

    private final Set<Place> places = new LinkedHashSet<>();
    private Bell.Call alarm = () -> {};

    /** Somebody's place in it. */
    static final class Place {
        final Ticket ticket;
        final Waiter waiter;
        private long from;
        private long due;
        private boolean called;

        Place(Ticket ticket, Waiter waiter, Turn.Later until) {
            this.ticket = ticket;
            this.waiter = waiter;
            later(until);
        }

        private void later(Turn.Later until) {
            from = until.from();
            due = until.due();
        }

        /** For who wants it for himself: from then on nobody behind him comes first. */
        private boolean isItsTurn(long now) {
            return !ticket.shares() && (called || from - now <= 0);
        }

        private boolean isDue(long now) {
            return !called && due - now <= 0;
        }
    }

    void join(Place place) {
        places.add(place);
    }

    /** @return whether he was in it */
    boolean leave(Place place) {
        return places.remove(place);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Whether anybody is in it who wants it for himself alone. */
    boolean hasSomebody() {
        return places.stream().anyMatch(place -> !place.ticket.shares());
    }

    /** Whether anybody of them is being called, or would be if the bell had rung yet. */
    boolean hasSomebodyNow(long now) {
        return places.stream().anyMatch(place -> place.isItsTurn(now));
    }

    /** Who is called now: of those who want it for themselves the first one, when nobody else of them is being called. */
    List<Place> call(long now) {
        long sharing = places.stream()
                .filter(place -> place.called && place.ticket.shares())
                .count();
        boolean alone = places.stream().anyMatch(place -> place.called && !place.ticket.shares());
        List<Place> next = new ArrayList<>();
        for (Place place : places) {
            boolean free = place.ticket.shares() ? sharing < AT_ONCE : !alone;
            if (free && place.isDue(now)) {
                next.add(place);
                place.called = true;
                sharing += place.ticket.shares() ? 1 : 0;
            }
            // nor before somebody for whom the bell is about to ring
            alone |= place.isItsTurn(now);
        }
        return next;
    }

    /** He was called. @return who leaves because of it: himself, if he is done, and those for whom it will be too late */
    List<Place> called(Place place, Turn turn) {
        place.called = false;
        return switch (turn) {
            case Turn.Over over -> places.remove(place) ? List.of(place) : List.of();
            case Turn.Later later -> putOff(place, later);
        };
    }

    private List<Place> putOff(Place asked, Turn.Later until) {
        asked.later(until);
        List<Place> late = new ArrayList<>();
        for (Place place : places) {
            boolean alike = place != asked
                    && !place.called
                    && until.taken().filter(taken -> keepsFrom(taken, place)).isPresent();
            if (alike && place.due - until.due() < 0) {
                place.later(until);
            }
            if ((alike || place == asked) && place.due - place.ticket.end() > 0) {
                late.add(place);
            }
        }
        late.forEach(places::remove);
        return late;
    }

    /** What one was refused, another who asks for the same under the same terms would be; not so its holder. */
    private static boolean keepsFrom(Waiter.Taken taken, Place place) {
        return !place.ticket.shares()
                && place.ticket.secret().equals(taken.secret())
                && !place.ticket.who().equals(taken.who());
    }

    /** When somebody has to be called next; nothing, while somebody is whose answer is waited for. */
    OptionalLong next(long now) {
        return places.stream()
                .filter(place -> !place.called && place.due - now > 0)
                .mapToLong(place -> place.due)
                .reduce((a, b) -> a - b < 0 ? a : b);
    }

    void alarm(Bell.Call next) {
        alarm.off();
        alarm = next;
    }
}
