// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many may wait at once on this node, and of one caller only a share. */
@ApplicationScoped
public class Seats {
    /** Each costs an open connection of its client's and some kilobytes. */
    static final int ALL = 6_000;

    static final int EACH = 2_500;

    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    /** Somebody's. Leaving it twice is leaving it once. */
    public final class Seat {
        private final UUID who;
        private final AtomicBoolean left = new AtomicBoolean();

        private Seat(UUID who) {
            this.who = who;
        }

        public void leave() {
            if (left.compareAndSet(false, true)) {
                free(who);
            }
        }
    }

    /** @return nothing, when all are taken, or his share of them */
    public synchronized Optional<Seat> take(UUID who) {
        int his = taken.getOrDefault(who, 0);
        if (all >= ALL || his >= EACH) {
            return Optional.empty();
        }
        taken.put(who, his + 1);
        all++;
        return Optional.of(new Seat(who));
    }

    /** How many are taken. */
    public synchronized int taken() {
        return all;
    }

    private synchronized void free(UUID who) {
        all--;
        taken.computeIfPresent(who, (id, number) -> number == 1 ? null : number - 1);
    }
}
