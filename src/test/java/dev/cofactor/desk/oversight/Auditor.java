// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Stands where the gate will: whoever asks is this one auditor, unless he is turned away. */
@Singleton
@Alternative
@Priority(1)
class Auditor implements Reading {
    static final UUID ID = UUID.randomUUID();

    private final AuditLog log;
    private volatile boolean turnedAway;

    Auditor(AuditLog log) {
        this.log = log;
    }

    void turnAway(boolean whether) {
        turnedAway = whether;
    }

    @Override
    public void isRecorded(EventClass kind, Details what) {
        if (turnedAway) {
            throw new Problem(Problem.Kind.FORBIDDEN, "denied", "this is not allowed");
        }
        Event event = new Event(
                UUID.randomUUID(), kind, new Actor.Person(ID), Optional.empty(), Outcome.DONE, Origin.HERE, what);
        log.append(Intent.note(event, Intent.Lane.KNOWN)).toCompletableFuture().join();
    }
}
