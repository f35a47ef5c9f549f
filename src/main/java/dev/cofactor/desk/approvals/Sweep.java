// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.post.Message.AccessKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Says of what is over that it is: an event, and a word to whoever asked. Nothing depends on it, for time is asked wherever it
 * matters; several nodes may do it, and one of them comes first.
 */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 50;
    private static final int BEFORE_THE_LOG_CLOSES = 1;
    private static final long FAREWELL_MILLIS = 5_000;

    @ConfigMapping(prefix = "cofactor")
    interface SweepConfig {
        /** Set by the launcher. */
        @WithDefault("serve")
        String mode();

        /** Whether this process has the keys without which nothing is recorded. */
        default boolean records() {
            return !List.of("migrate", "signer").contains(mode());
        }
    }

    private final AccessRequests requests;
    private final Grants grants;
    private final Letters letters;
    private final Gate gate;
    private final SweepConfig config;
    private final Thread thread;
    private volatile boolean stopping;

    Sweep(AccessRequests requests, Grants grants, Letters letters, Gate gate, SweepConfig config) {
        this.requests = requests;
        this.grants = grants;
        this.letters = letters;
        this.gate = gate;
        this.config = config;
        this.thread = Thread.ofPlatform().name("approvals").daemon(true).unstarted(this::run);
    }

    void begin(@Observes StartupEvent event) {
        if (config.records()) {
            thread.start();
        }
    }

    void end(@Observes @Priority(BEFORE_THE_LOG_CLOSES) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(PAUSE);
                once();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("what has lapsed could not be noted yet: %s", e.getClass().getSimpleName());
            }
        }
    }

    /** @return how many were noted */
    int once() {
        List<AccessRequest> due = requests.due(MOST_AT_ONCE);
        due.forEach(this::expire);
        List<UUID> over = grants.lapsed(MOST_AT_ONCE);
        over.forEach(this::lapse);
        return due.size() + over.size();
    }

    private void expire(AccessRequest request) {
        note(request.id(), "approval-expired", at -> {
            UUID nobody = new Actor.System().id();
            Settled how = new Settled(at.time(), nobody, at.event());
            if (!requests.settle(request.id(), State.PENDING, State.EXPIRED, how)) {
                throw AccessRefused.settled();
            }
            return new Done<>(
                    request.id(),
                    Deciding.about(request),
                    letters.asker(request, AccessKind.ACCESS_EXPIRED, at, nobody));
        });
    }

    private void lapse(UUID request) {
        note(request, "grant-lapsed", at -> {
            if (!grants.end(request, "lapsed")) {
                throw AccessRefused.settled();
            }
            return Done.of(request);
        });
    }

    private void note(UUID request, String code, Function<Done.Moment, Done<UUID>> work) {
        Fact fact = Fact.done(Caller.HOST, EventClass.GRANT_LAPSED, Opening.subject(request))
                .saying(Details.none().with(Name.CODE, code));
        try {
            gate.note(fact, Moves.NOTHING, work);
        } catch (AccessRefused e) {
            // Another node was faster.
        }
    }
}
