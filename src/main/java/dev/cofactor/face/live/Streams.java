// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.desk.waiting.Bell;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.Application;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The streams that are open on this node, the oldest first. As long as there is one, a round goes by all of them. */
@ApplicationScoped
class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** Of one person: whoever opens another window loses the first one's. */
    static final int EACH = 5;

    /** Each is an open connection. */
    static final int ALL = 2_000;

    private static final Duration ROUND = Duration.ofSeconds(1);

    /** Who may decide changes with groups too, of which no request knows. */
    private static final int ROUNDS_TO_A_BREATH = 15;

    private final Set<Onlooker> open = new LinkedHashSet<>();
    private final Requests requests;
    private final NoticeDesk notices;
    private final Bell bell;
    private String beat = "";
    private int rounds;
    private boolean going;

    Streams(Requests requests, NoticeDesk notices, Bell bell) {
        this.requests = requests;
        this.notices = notices;
        this.bell = bell;
    }

    /** The desk as a stream asks it: it knows nothing of files and databases. */
    private final class Eyes implements Onlooker.Desk {
        @Override
        public Requests.Awaited awaited(Caller caller) {
            return requests.awaited(caller);
        }

        @Override
        public Optional<String> outcome(Caller caller, UUID request) {
            return requests.outcome(caller, request)
                    .map(state -> state.name().toLowerCase(Locale.ROOT))
                    .map(word ->
                            word.equals("pending") ? "expired" : word); // its time is over, and nobody has said so yet
        }
    }

    private final Eyes eyes = new Eyes();

    /** He is told at once how much waits. @throws Problem where this node has no room for one more */
    void open(Onlooker newcomer) {
        newcomer.begin(eyes, notices.unread(newcomer.caller()));
        tooMany(newcomer).forEach(oldest -> oldest.end(News.Over.ELSEWHERE));
    }

    private synchronized List<Onlooker> tooMany(Onlooker newcomer) {
        if (open.size() >= ALL) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "overloaded", "too many look on at the moment");
        }
        open.add(newcomer);
        List<Onlooker> his = open.stream()
                .filter(one -> one.person().equals(newcomer.person()))
                .toList();
        List<Onlooker> oldest = his.subList(0, Math.max(0, his.size() - EACH));
        oldest.forEach(open::remove);
        if (!going) {
            going = true;
            bell.after(ROUND, this::round);
        }
        return oldest;
    }

    synchronized void leave(Onlooker one) {
        open.remove(one);
    }

    /** How many there are. */
    synchronized int count() {
        return open.size();
    }

    private synchronized List<Onlooker> all() {
        return List.copyOf(open);
    }

    private void round() {
        try {
            if (Application.currentApplication().isStarted()) {
                go(all());
            } else {
                all().forEach(this::dismissed); // the server stops, and waits for whoever is being answered
            }
        } catch (RuntimeException e) {
            LOG.debugf("a round was left out: %s", e.getClass().getName());
        } finally {
            again();
        }
    }

    private void go(List<Onlooker> all) {
        String now = requests.beat();
        boolean breath = ++rounds % ROUNDS_TO_A_BREATH == 0;
        boolean moved = breath || !now.equals(beat);
        beat = now;
        Map<UUID, Long> unread =
                notices.unread(all.stream().map(Onlooker::person).collect(Collectors.toSet()));
        for (Onlooker one : all) {
            tell(one, moved, breath, unread.getOrDefault(one.person(), 0L));
            if (one.isOver()) {
                leave(one);
            }
        }
    }

    /** What goes wrong for one is no reason for the others to hear nothing. */
    private void tell(Onlooker one, boolean moved, boolean breath, long unread) {
        try {
            if (moved) {
                one.look(eyes, unread);
            } else {
                one.count(unread);
            }
            if (breath) {
                one.breathe();
            }
        } catch (RuntimeException e) {
            LOG.debugf("somebody was not told: %s", e.getClass().getName());
        }
    }

    private void dismissed(Onlooker one) {
        one.end();
        leave(one);
    }

    private synchronized void again() {
        going = !open.isEmpty();
        if (going) {
            bell.after(ROUND, this::round);
        }
    }
}
