// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import dev.cofactor.ledger.grants.AccessRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait until somebody has said yes or no to a request of access. It may be said on any node, so the database is
 * asked, once for all of them.
 */
@ApplicationScoped
public class Decisions {
    private static final Logger LOG = Logger.getLogger(Decisions.class);
    static final Duration GLANCE = Duration.ofMillis(500);

    private final Map<UUID, List<Watch>> watched = new HashMap<>();
    private final AccessRequests requests;
    private final Bell bell;
    private boolean looking;

    Decisions(AccessRequests requests, Bell bell) {
        this.requests = requests;
        this.bell = bell;
    }

    /** Of its three ends, called, too late or left, one comes first and is the only one. */
    private record Watch(UUID request, AtomicBoolean over, Runnable decided) {
        void decide() {
            if (over.compareAndSet(false, true)) {
                decided.run();
            }
        }
    }

    /**
     * @param decided when nobody can decide it any more, because somebody has, or its time is over
     * @param inVain when that has not come about in this time
     * @return what ends the wait, at any time
     */
    public Runnable await(UUID request, Duration most, Runnable decided, Runnable inVain) {
        Watch watch = new Watch(request, new AtomicBoolean(), decided);
        add(watch);
        Bell.Call late = bell.after(most, () -> {
            if (watch.over.compareAndSet(false, true)) {
                remove(watch);
                inVain.run();
            }
        });
        return () -> {
            watch.over.set(true);
            late.off();
            remove(watch);
        };
    }

    private synchronized void add(Watch watch) {
        watched.computeIfAbsent(watch.request, none -> new ArrayList<>()).add(watch);
        if (!looking) {
            looking = true;
            bell.after(GLANCE, this::look);
        }
    }

    private synchronized void remove(Watch watch) {
        @Nullable List<Watch> others = watched.get(watch.request);
        if (others != null && others.remove(watch) && others.isEmpty()) {
            watched.remove(watch.request);
        }
    }

    private void look() {
        try {
            Set<UUID> asked = asked();
            if (!asked.isEmpty()) {
                Set<UUID> open = requests.stillOpen(asked);
                asked.stream().filter(request -> !open.contains(request)).forEach(this::decided);
            }
        } catch (RuntimeException e) {
            LOG.debugf(
                    "it could not be asked what was decided: %s", e.getClass().getName());
        } finally {
            again();
        }
    }

    private synchronized Set<UUID> asked() {
        return Set.copyOf(watched.keySet());
    }

    private void decided(UUID request) {
        taken(request).forEach(watch -> bell.now(watch::decide));
    }

    private synchronized List<Watch> taken(UUID request) {
        @Nullable List<Watch> all = watched.remove(request);
        return all == null ? List.of() : all;
    }

    /** As long as anybody waits, and no longer. */
    private synchronized void again() {
        looking = !watched.isEmpty();
        if (looking) {
            bell.after(GLANCE, this::look);
        }
    }
}
