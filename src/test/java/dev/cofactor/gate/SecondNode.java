// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.gate.world.EditionOnRecord;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.Holdings;
import dev.cofactor.gate.world.World;
import dev.cofactor.ledger.audit.Changes;
import dev.cofactor.ledger.clock.Timekeeper;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.inject.Singleton;

/** The gate of another node: the same database, and facts of its own. */
@Singleton
public class SecondNode {
    private final Gate gate;

    SecondNode(
            Changes changes,
            Rulebook rulebook,
            EditionOnRecord record,
            Facts.Sources sources,
            Holdings holdings,
            Intents intents,
            Recorder recorder,
            Floods floods,
            Timekeeper keeper) {
        World world = new World(changes, rulebook, record, sources);
        this.gate = new Gate(world, holdings, intents, recorder, changes, floods, keeper);
    }

    public Gate gate() {
        return gate;
    }
}
