// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What comes before the first line leaves, and before the first body is opened. */
@Singleton
class Reading {
    private final Gate gate;

    Reading(Gate gate) {
        this.gate = gate;
    }

    /** Returns for whoever may read the log, before anything else is looked up for him; that another may not is on it. */
    void isAllowed(Caller caller) {
        gate.admit(caller, Verb.AUDIT_READ, () -> Optional.of(Sight.installation(Details.none())));
    }

    /**
     * Returns once whoever asks is known to hold {@code audit.read} and that he reads is durably on the log.
     *
     * @param kind {@code AUDIT_READ} or {@code AUDIT_EXPORTED}
     * @param what the shape of the question: which parts it has, which times, whom it is about
     * @throws dev.cofactor.ground.problem.Problem if he may not, or if it cannot be recorded: then nothing is read
     */
    void isRecorded(Caller caller, EventClass kind, Details what) {
        gate.release(new Ask(caller, Verb.AUDIT_READ, kind, () -> Optional.of(Sight.installation(what))));
    }
}
