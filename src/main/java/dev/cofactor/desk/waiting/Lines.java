// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import dev.cofactor.desk.waiting.Line.Place;
import dev.cofactor.desk.waiting.Waiter.Ticket;
import dev.cofactor.desk.waiting.Waiter.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The lines of this node, each by the key of what is waited for. Nobody is called while the lock is held. */
@ApplicationScoped
public class Lines {
    private final Map<String, Line> lines = new HashMap<>();
    private final Bell bell;

    Lines(Bell bell) {
        this.bell = bell;
    }

    /** Whether somebody came before and would be called by now: whoever comes later stands behind him. */
    public synchronized boolean isAwaited(byte[] key) {
        @Nullable Line line = lines.get(text(key));
        return line != null && line.hasSomebodyNow(System.nanoTime());
    }

    /** Whether somebody waits for it, whenever his turn is. */
    public synchronized boolean hasWaiters(byte[] key) {
        @Nullable Line line = lines.get(text(key));
        return line != null && line.hasSomebody();
    }

    /**
     * Joins at the end.
     *
     * @param until when he is to be called first
     * @return what takes him out of it, at any time
     */
    public synchronized Runnable join(byte[] key, Ticket ticket, Waiter waiter, Turn.Later until) {
        String name = text(key);
        Place place = new Place(ticket, waiter, until);
        lines.computeIfAbsent(name, none -> new Line()).join(place);
        call(name);
        return () -> leave(name, place);
    }

    private synchronized void leave(String name, Place place) {
        @Nullable Line line = lines.get(name);
        if (line != null && line.leave(place)) {
            call(name);
        }
    }

    private void serve(String name, Place place) {
        Turn turn = place.waiter.turn();
        if (turn instanceof Turn.Later later) {
            after(name, place, later).forEach(late -> bell.now(() -> late.waiter.dismiss(later.why())));
        } else {
            after(name, place, turn);
        }
    }

    /** @return to whom it has to be said that it is too late */
    private synchronized List<Place> after(String name, Place place, Turn turn) {
        @Nullable Line line = lines.get(name);
        if (line == null) {
            return List.of(); // he was the last one, and has left meanwhile
        }
        List<Place> gone = line.called(place, turn);
        call(name);
        return gone;
    }

    /** Calls whoever's turn it is, and sets the alarm for the next. */
    private void call(String name) {
        Line line = Objects.requireNonNull(lines.get(name));
        if (line.isEmpty()) {
            line.alarm(() -> {});
            lines.remove(name);
            return;
        }
        long now = System.nanoTime();
        line.call(now).forEach(place -> bell.now(() -> serve(name, place)));
        OptionalLong next = line.next(now);
        line.alarm(
                next.isPresent() ? bell.after(Duration.ofNanos(next.getAsLong() - now), () -> ring(name)) : () -> {});
    }

    private synchronized void ring(String name) {
        if (lines.containsKey(name)) {
            call(name);
        }
    }

    private static String text(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
