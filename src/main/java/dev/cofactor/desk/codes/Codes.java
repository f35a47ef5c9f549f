// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.waiting.Bell;
import dev.cofactor.desk.waiting.Decisions;
import dev.cofactor.desk.waiting.Lines;
import dev.cofactor.desk.waiting.Seats;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.identity.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Live codes. Whoever cannot have the current step waits for a later one, holding nothing, and then everything is asked
 * again: who he is, what he may, what is there.
 */
@Singleton
public class Codes {
    /** As many as the log records in one batch; the database has far fewer connections, and all of them would ask at once. */
    private static final int AT_ONCE = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore inside = new Semaphore(AT_ONCE, true);
    private final Door door;
    private final Room room;
    private final CodesConfig config;
    private final Ids ids;

    Codes(
            Releases releases,
            Petitions petitions,
            Holders holders,
            Seats seats,
            Lines lines,
            Bell bell,
            Decisions decisions,
            CodesConfig config,
            Ids ids) {
        this.door = new Door(releases, petitions, holders);
        this.room = new Room(seats, lines, bell, decisions);
        this.config = config;
        this.ids = ids;
    }

    /** Through which a request passes. */
    record Door(Releases releases, Petitions petitions, Holders holders) {}

    /** Where it waits. */
    record Room(Seats seats, Lines lines, Bell bell, Decisions decisions) {}

    /**
     * Asks on this thread, and waits, if it must, on none. It fails with {@link Refused} when the gate says no, or no step is
     * to be had in the time there is; with another problem when there is no code for this request.
     */
    public CompletionStage<Fetched> begin(Request request) {
        comeIn();
        try {
            return new Passage(request, door, room, config.waitMax(), ids.next()).begin();
        } finally {
            inside.release();
        }
    }

    /** Thousands may wait for a step, and thousands may come at once: those who come are let in so many at a time. */
    private void comeIn() {
        try {
            if (!inside.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw CodeRefused.overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CodeRefused.overloaded();
        }
    }

    /** The same, for whoever has a thread to wait on. */
    public Fetched fetch(Request request) {
        try {
            return begin(request).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }
}
