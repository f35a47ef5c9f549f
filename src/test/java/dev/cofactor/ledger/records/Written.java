// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.audit.Settlement;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Puts events on the log. */
@Singleton
class Written {
    /** Fewer than one actor may have waiting. */
    private static final int BATCH = 256;

    private final AuditLog log;

    Written(AuditLog log) {
        this.log = log;
    }

    static Event event(EventClass kind, UUID actor, Optional<UUID> secret) {
        return new Event(
                UUID.randomUUID(),
                kind,
                new Actor.Person(actor),
                secret.map(id -> new Subject(Subject.Kind.SECRET, id)),
                Outcome.DONE,
                new Origin(Optional.of(InetAddress.getLoopbackAddress()), Optional.of(UUID.randomUUID()), "trace"),
                Details.none().with(Details.Name.REASON, "as usual"));
    }

    /** @return the index of the last one */
    long put(Event... events) {
        long last = -1;
        for (int i = 0; i < events.length; i += BATCH) {
            last = Math.max(last, together(Arrays.copyOfRange(events, i, Math.min(events.length, i + BATCH))));
        }
        return last;
    }

    private long together(Event... events) {
        List<CompletionStage<Settlement>> answers = new ArrayList<>();
        for (Event event : events) {
            answers.add(log.append(Intent.note(event, Intent.Lane.KNOWN)));
        }
        long last = -1;
        for (CompletionStage<Settlement> answer : answers) {
            Settlement settled = answer.toCompletableFuture().join();
            last = Math.max(last, ((Settlement.OnRecord) settled).recorded().index());
        }
        return last;
    }
}
