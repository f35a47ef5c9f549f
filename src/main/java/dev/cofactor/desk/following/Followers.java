// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import dev.cofactor.desk.waiting.Bell;
import dev.cofactor.ledger.records.Records;
import io.quarkus.runtime.Application;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Those who follow on this node. As long as there is one, a round looks for all of them how far the log is. */
@ApplicationScoped
class Followers {
    private static final Logger LOG = Logger.getLogger(Followers.class);

    private final Set<Follower> open = new LinkedHashSet<>();
    private final Records records;
    private final Bell bell;
    private final FollowConfig config;
    private boolean going;

    Followers(Records records, Bell bell, FollowConfig config) {
        this.records = records;
        this.bell = bell;
        this.config = config;
    }

    /** @throws dev.cofactor.ground.problem.Problem where this node has no room for one more */
    synchronized void join(Follower one) {
        UUID who = one.who();
        long his = open.stream().filter(other -> other.who().equals(who)).count();
        if (open.size() >= config.most() || his >= config.each()) {
            throw FollowRefused.full();
        }
        open.add(one);
        if (!going) {
            going = true;
            bell.after(config.glance(), this::round);
        }
    }

    synchronized void leave(Follower one) {
        one.cancel();
        open.remove(one);
    }

    synchronized int count() {
        return open.size();
    }

    /** Soon, on a thread that may wait for the database. */
    void wake(Follower one) {
        bell.now(() -> one.turn(config.breath(), config.longest()));
    }

    private synchronized List<Follower> all() {
        return List.copyOf(open);
    }

    private void round() {
        try {
            List<Follower> all = all();
            if (Application.currentApplication().isStarted()) {
                look(all, records.head().size());
            } else {
                all.forEach(Follower::end); // the server stops, and waits for whoever is being answered
            }
        } catch (RuntimeException e) {
            LOG.debugf("a round was left out: %s", e.getClass().getName());
        } finally {
            again();
        }
    }

    private void look(List<Follower> all, long size) {
        for (Follower one : all) {
            if (one.isStalled(config.stalled())) {
                one.cutOff();
            } else if (one.hasSomethingToDo(size, config.breath(), config.longest())) {
                wake(one);
            }
        }
    }

    private synchronized void again() {
        open.removeIf(Follower::isOver);
        going = !open.isEmpty();
        if (going) {
            bell.after(config.glance(), this::round);
        }
    }
}
