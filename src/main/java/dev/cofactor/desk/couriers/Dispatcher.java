// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.unlocking.Unlocking;
import dev.cofactor.ledger.post.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Looks at the outbox at an interval and sends couriers off, one for each way at a time and a few at once: a receiver that is
 * slow keeps nobody waiting but himself. Requests know nothing of it.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int COURIERS = 8;
    private static final long FAREWELL_MILLIS = 5_000;

    /** Of no channel: ids are never this one. */
    private static final UUID PEOPLE = new UUID(0, 0);

    private final Outgoing outgoing;
    private final Rounds rounds;
    private final Unlocking unlocking;
    private final CourierConfig config;
    private final Semaphore turns = new Semaphore(COURIERS);
    private final Map<UUID, Thread> underWay = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    Dispatcher(Outgoing outgoing, Rounds rounds, Unlocking unlocking, CourierConfig config) {
        this.outgoing = outgoing;
        this.rounds = rounds;
        this.unlocking = unlocking;
        this.config = config;
        this.thread = Thread.ofPlatform().name("couriers").daemon(true).unstarted(this::run);
    }

    /** Where no keys are open, nothing is sent. */
    void begin(@Observes StartupEvent event) {
        if (unlocking.isWanted()) {
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
        for (Thread courier : underWay.values()) {
            courier.interrupt();
            courier.join(FAREWELL_MILLIS);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warnf("the outbox could not be looked at: %s", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(config.look());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        for (UUID channel : outgoing.channels()) {
            sendOff(channel, () -> rounds.ofChannel(channel));
        }
        if (outgoing.isSomebodyDue()) {
            sendOff(PEOPLE, rounds::ofPeople);
        }
    }

    private void sendOff(UUID way, Runnable round) {
        if (underWay.containsKey(way)) {
            return;
        }
        Thread courier = Thread.ofVirtual().name("courier").unstarted(() -> go(way, round));
        underWay.put(way, courier);
        courier.start();
    }

    /** What goes wrong with one way concerns no other. Whatever was taken is taken again when its lease is over. */
    private void go(UUID way, Runnable round) {
        try {
            turns.acquire();
            try {
                round.run();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("a courier came back early: %s", e.getClass().getSimpleName());
        } finally {
            underWay.remove(way);
        }
    }
}
