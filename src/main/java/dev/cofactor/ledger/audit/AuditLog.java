// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Tags.Addresses;
import dev.cofactor.ledger.clock.Timekeeper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where everything is recorded. Only the gate calls it. */
@Singleton
public class AuditLog {
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final long FAREWELL_MILLIS = 10_000;

    private final IntentQueue queue;
    private final Appender appender;
    private final Thread thread;
    private final Batch batch;

    AuditLog(
            AgroalDataSource database,
            LogBodies bodies,
            Tags tags,
            Addresses addresses,
            SecureRandom random,
            Clock clock,
            Timekeeper keeper,
            AuditConfig config) {
        AuditConfig.Queue room = config.log().queue();
        this.queue = new IntentQueue(room.known(), room.strangers(), room.share());
        this.batch = new Batch(
                new Entries(bodies, tags, addresses, random, clock),
                Recorded.Mint.take(),
                keeper,
                config.log().synchronous());
        this.appender = new Appender(queue, batch, database);
        this.thread = Thread.ofPlatform().name("appender").daemon(true).unstarted(appender);
    }

    void begin(@Observes StartupEvent event) {
        thread.start();
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        appender.stop();
        thread.join(FAREWELL_MILLIS);
    }

    /**
     * Comes back when it is known what became of it; until then, and unless it is on record, nothing may leave. What hangs
     * on the answer runs on the appender's thread: whoever has more to do than wake up somebody does it elsewhere.
     */
    public CompletionStage<Settlement> append(Intent intent) {
        CompletableFuture<Settlement> answer = new CompletableFuture<>();
        if (!queue.offer(new IntentQueue.Waiting(new Candidate(intent), answer))) {
            answer.complete(new Settlement.Overloaded(COME_BACK));
        }
        return answer;
    }

    Batch batch() {
        return batch;
    }
}
