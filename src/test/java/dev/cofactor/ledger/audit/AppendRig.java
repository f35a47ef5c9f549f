// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** An appender of a test's own on a data source of its choice: another node, or one with a bad connection. */
final class AppendRig implements AutoCloseable {
    private static final Subject SECRET = new Subject(Subject.Kind.SECRET, UUID.randomUUID());

    private final IntentQueue queue = new IntentQueue(4096, 256, 512);
    private final Appender appender;
    private final Thread thread;

    AppendRig(Batch batch, DataSource database) {
        appender = new Appender(queue, batch, database);
        thread = Thread.ofPlatform().daemon(true).unstarted(appender);
    }

    /** What was offered before makes one batch. */
    AppendRig begin() {
        thread.start();
        return this;
    }

    CompletableFuture<Settlement> append(Intent intent) {
        CompletableFuture<Settlement> answer = new CompletableFuture<>();
        if (!queue.offer(new IntentQueue.Waiting(new Candidate(intent), answer))) {
            answer.complete(new Settlement.Overloaded(Duration.ofSeconds(1)));
        }
        return answer;
    }

    int waiting() {
        return queue.size();
    }

    @Override
    public void close() throws InterruptedException {
        appender.stop();
        thread.join(TimeUnit.SECONDS.toMillis(20));
    }

    static Intent note() {
        return Intent.note(event(UUID.randomUUID()), Intent.Lane.KNOWN);
    }

    static Intent noteOf(UUID actor, Intent.Lane lane) {
        return Intent.note(event(actor), lane);
    }

    static Intent fetch(List<Claim> claims) {
        return new Intent(
                event(UUID.randomUUID()),
                Optional.of(new Intent.Opening(UUID.randomUUID(), "code")),
                claims,
                OptionalLong.empty(),
                Map.of(),
                Intent.Lane.KNOWN);
    }

    static Settlement settled(CompletionStage<Settlement> answer) {
        try {
            return answer.toCompletableFuture()
                    .get(30, TimeUnit.SECONDS); // as the gate waits, without a timer for each
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event event(UUID actor) {
        return new Event(
                UUID.randomUUID(),
                EventClass.CODE_RELEASED,
                new Actor.Person(actor),
                Optional.of(SECRET),
                Outcome.DONE,
                Origin.HERE,
                Details.none().with(Details.Name.REASON, "as usual"));
    }
}
