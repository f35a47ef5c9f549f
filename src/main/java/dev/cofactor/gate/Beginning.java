// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.gate.world.EditionOnRecord;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.audit.Changes;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The first entries of a log: which one it is, and the edition by which everything after is decided. */
@ApplicationScoped
class Beginning {
    /** Once schema, keys and log have been looked at, before anybody is made or served. */
    private static final int BEFORE_THE_FIRST_PERSON = 3;

    private final Gate gate;
    private final Rulebook rulebook;
    private final Changes changes;
    private final Ids ids;
    private final GateConfig config;

    Beginning(Gate gate, Rulebook rulebook, Changes changes, Ids ids, GateConfig config) {
        this.gate = gate;
        this.rulebook = rulebook;
        this.changes = changes;
        this.ids = ids;
        this.config = config;
    }

    void begin(@Observes @Priority(BEFORE_THE_FIRST_PERSON) StartupEvent event) {
        if (!config.records()) {
            return;
        }
        if (changes.log().size() == 0) {
            open();
        }
        if (QuarkusTransaction.requiringNew().call(rulebook::last) == 0) {
            saveFirstEdition();
        }
    }

    private void open() {
        Fact opened = Fact.done(Caller.HOST, EventClass.LOG_OPENED, new Subject(Subject.Kind.LOG, ids.next()));
        unlessAnotherNodeDid(() -> gate.note(opened, Moves.NOTHING, at -> {
            Changes.Log log = changes.log();
            if (log.size() > 0) {
                throw new SomebodyWasFaster();
            }
            return new Done<>(log, whichOne(log), List.of());
        }));
    }

    private void saveFirstEdition() {
        Fact saved = Fact.done(Caller.HOST, EventClass.EDITION_SAVED, new Subject(Subject.Kind.POLICY, Rulebook.ID));
        unlessAnotherNodeDid(() -> gate.note(saved, Moves.WORLD, this::firstEdition));
    }

    private Done<Edition> firstEdition(Done.Moment at) {
        Edition first = rulebook.insertFirst(at.event(), at.time()).orElseThrow(SomebodyWasFaster::new);
        return new Done<>(first, EditionOnRecord.details(first), List.of());
    }

    private static Details whichOne(Changes.Log log) {
        return Details.none().with(Name.ORIGIN, log.origin()).with(Name.CHECKPOINT, log.previousCheckpoint());
    }

    private static void unlessAnotherNodeDid(Runnable work) {
        try {
            work.run();
        } catch (SomebodyWasFaster e) {
            // It is there, which is all that was wanted.
        }
    }

    /** Several nodes begin at once, and one of them is the first. */
    private static final class SomebodyWasFaster extends RuntimeException {
        SomebodyWasFaster() {
            super(null, null, false, false);
        }
    }
}
