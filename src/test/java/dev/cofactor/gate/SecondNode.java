// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ledger.audit.Changes;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The gate of another node: the same database, and facts of its own. */
@Singleton
class SecondNode {
    private final Gate gate;

    SecondNode(
            Changes changes,
            Rulebook rulebook,
            EditionOnRecord record,
            People people,
            Groups groups,
            Machines machines,
            Mandates mandates,
            Intents intents,
            Recorder recorder,
            Floods floods,
            Clock clock) {
        World world = new World(changes, rulebook, record, people, groups, machines, mandates);
        this.gate = new Gate(world, intents, recorder, changes, floods, clock);
    }

    Gate gate() {
        return gate;
    }
}
