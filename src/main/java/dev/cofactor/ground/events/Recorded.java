// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The proof, inside the program, that an event is durably on the log. It is the only key to a value of a secret: who has
 * none cannot open, and only {@code audit} can make one.
 */
public final class Recorded {
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    private final UUID event;
    private final UUID value;
    private final String purpose;
    private final long index;
    private final Instant time;

    private Recorded(UUID event, UUID value, String purpose, long index, Instant time) {
        this.event = event;
        this.value = value;
        this.purpose = purpose;
        this.index = index;
        this.time = time;
    }

    public UUID event() {
        return event;
    }

    /** The one value it opens. */
    public UUID value() {
        return value;
    }

    /** What it may be opened for. */
    public String purpose() {
        return purpose;
    }

    public long index() {
        return index;
    }

    /** The record's time. */
    public Instant time() {
        return time;
    }

    /** Makes proofs. There is one, handed out once. */
    public static final class Mint {
        private Mint() {}

        /** @throws IllegalStateException the second time: somebody else mints, so nothing here can be trusted */
        public static Mint take() {
            if (!TAKEN.compareAndSet(false, true)) {
                throw new IllegalStateException("the mint of records has been taken already");
            }
            return new Mint();
        }

        public Recorded mint(UUID event, UUID value, String purpose, long index, Instant time) {
            return new Recorded(event, value, purpose, index, time);
        }
    }
}
