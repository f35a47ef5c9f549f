// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Folds a flood: of what strangers do in one minute from one address the first few go on the log one by one, the rest as
 * one event with their number. So nobody without a credential fills the log, and nothing he did is missing from it.
 */
@ApplicationScoped
class Floods {
    private static final Logger LOG = Logger.getLogger(Floods.class);
    static final int ONE_BY_ONE = 10;
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** More addresses than this are counted together, without one. */
    static final int MOST_ADDRESSES = 4096;

    private static final int BEFORE_THE_LOG_CLOSES = 1;
    private static final long FAREWELL_MILLIS = 5_000;

    private final Intents intents;
    private final Recorder recorder;
    private final Clock clock;
    private final Thread thread;
    private Map<Source, Counted> minute = new HashMap<>();
    private volatile boolean stopping;

    private record Source(EventClass kind, Optional<InetAddress> network) {}

    /** How many there were since when, and how many of them are on the log already. */
    private static final class Counted {
        private final Instant since;
        private long noted;
        private long folded;

        Counted(Instant since) {
            this.since = since;
        }
    }

    Floods(Intents intents, Recorder recorder, Clock clock) {
        this.intents = intents;
        this.recorder = recorder;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("floods").daemon(true).unstarted(this::run);
    }

    void begin(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes @Priority(BEFORE_THE_LOG_CLOSES) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
    }

    /** @return that it is counted and will be recorded with others; otherwise it is the caller's to record */
    synchronized boolean swallows(Fact fact) {
        if (!(fact.caller().actor() instanceof Actor.Nobody)) {
            return false;
        }
        Source source = new Source(fact.kind(), fact.caller().line().network());
        if (!minute.containsKey(source) && minute.size() >= MOST_ADDRESSES) {
            source = new Source(fact.kind(), Optional.empty());
        }
        Counted counted = minute.computeIfAbsent(source, one -> new Counted(clock.instant()));
        if (counted.noted < ONE_BY_ONE) {
            counted.noted++;
            return false;
        }
        counted.folded++;
        return true;
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(MINUTE);
            } catch (InterruptedException e) {
                break;
            }
            fold();
        }
        fold();
    }

    /** Ends the minute. What cannot be recorded now is carried into the next. */
    void fold() {
        Map<Source, Counted> ended;
        synchronized (this) {
            ended = minute;
            minute = new HashMap<>();
        }
        List<Map.Entry<Source, Counted>> floods = new ArrayList<>(ended.entrySet());
        floods.removeIf(flood -> flood.getValue().folded == 0);
        for (Map.Entry<Source, Counted> flood : floods) {
            try {
                recorder.mustRecord(intents.fact(fact(flood.getKey(), flood.getValue())));
            } catch (Problem e) {
                LOG.warnf("a flood of %d could not be recorded yet: %s", flood.getValue().folded, e.code());
                carry(flood.getKey(), flood.getValue());
            }
        }
    }

    private synchronized void carry(Source source, Counted counted) {
        minute.merge(source, counted, (newer, older) -> {
            older.folded += newer.folded;
            older.noted = newer.noted;
            return older;
        });
    }

    private Fact fact(Source source, Counted counted) {
        Details number = Details.none()
                .with(Name.COUNT, counted.folded)
                .with(Name.FROM, counted.since.toEpochMilli())
                .with(Name.UNTIL, clock.millis());
        return Fact.failed(Caller.stranger(new Line(source.network(), "")), source.kind(), Optional.empty())
                .saying(number);
    }
}
