// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * When each token was last shown, to the minute. A request looks into memory and goes on; a thread of its own writes
 * behind, each token once a minute and all in one go, so that nobody waits for it and a busy token costs no more than an
 * idle one. What is not written when a node falls over is lost: the log has every use, and this is for people who tidy up.
 */
@ApplicationScoped
public class LastUse {
    /** More are not remembered at once; then some are written twice in a minute, or not in this one. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long FAREWELL_MILLIS = 5_000;

    private final LastUseRows rows;
    private final Clock clock;
    private final Thread thread;
    private final Map<UUID, Instant> known = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    LastUse(LastUseRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("last-use").daemon(true).unstarted(this::run);
    }

    void begin(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
    }

    /** Touches no database and never waits. */
    public void seen(UUID shown) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(known.get(shown)) || waiting.size() >= MOST) {
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(shown, minute);
        waiting.put(shown, minute);
    }

    /** Those that were ever shown. */
    public Map<UUID, Instant> of(Collection<UUID> shown) {
        return rows.of(shown);
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                break;
            }
            write();
        }
        write();
    }

    /** What cannot be written now is written the next time, unless it was shown again by then. */
    void write() {
        Map<UUID, Instant> taken = new HashMap<>(waiting);
        if (taken.isEmpty()) {
            return;
        }
        try {
            rows.write(taken);
            taken.forEach(waiting::remove);
        } catch (RuntimeException e) {
            LOG.warnf("when %d tokens were last shown could not be written yet", taken.size());
        }
    }
}
