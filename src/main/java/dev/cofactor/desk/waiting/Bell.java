// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Calls whoever's time has come. One thread measures it for all; those who are called share so many threads, since at the
 * end of a step they all come at once.
 */
@ApplicationScoped
public class Bell {
    private static final Logger LOG = Logger.getLogger(Bell.class);

    /** As many as the log records at once are more than the database has connections for. */
    static final int AT_ONCE = 64;

    private static final int BEFORE_THE_LOG_CLOSES = 1;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("bell").daemon(true).factory());
    private final ExecutorService called = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("called-", 0).factory());

    Bell() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Whoever waits then gets no answer but the end of the connection, and nothing is taken for him any more. */
    void end(@Observes @Priority(BEFORE_THE_LOG_CLOSES) ShutdownEvent event) {
        timer.shutdownNow();
        called.shutdownNow();
    }

    /** What can still be called off. */
    public interface Call {
        void off();
    }

    /** Not before that time has gone by. */
    public Call after(Duration time, Runnable work) {
        try {
            Future<?> rings = timer.schedule(() -> now(work), Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
            return () -> rings.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // the server stops
        }
    }

    public void now(Runnable work) {
        try {
            called.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("somebody is not called any more: the server stops");
        }
    }

    @ActivateRequestContext
    void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.errorf("a call failed: %s", e.getClass().getName());
        }
    }
}
