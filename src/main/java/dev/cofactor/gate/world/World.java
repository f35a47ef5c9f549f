// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.gathering.Gathering;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.audit.Changes;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.RulebookUntrue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The facts in force. What is recorded is compared with the world under the lock, so a decision may start from what is
 * in memory; whatever leaves no record asks for the newest.
 */
@ApplicationScoped
public class World {
    private static final int MOST_AT_ONCE = 1_000;

    private final Changes changes;
    private final Rulebook rulebook;
    private final EditionOnRecord record;
    private final Facts.Sources sources;
    private final Gathering<Boolean, Long> versions;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Facts inForce;

    public World(Changes changes, Rulebook rulebook, EditionOnRecord record, Facts.Sources sources) {
        this.changes = changes;
        this.rulebook = rulebook;
        this.record = record;
        this.sources = sources;
        this.versions = new Gathering<>(MOST_AT_ONCE, asked -> Map.of(true, version()));
    }

    /** As of a moment ago. */
    public Facts lately() {
        Facts facts = inForce;
        return facts == null ? now() : facts;
    }

    /** As last committed. */
    public Facts now() {
        // What is not committed yet is nobody else's to see, so in a transaction nobody is asked together with others.
        boolean alone = QuarkusTransaction.isActive();
        long world = alone ? version() : versions.ask(true).orElseThrow();
        Facts facts = inForce;
        if (facts != null && facts.world() == world) {
            return facts;
        }
        return alone ? renewed(world) : renewedByOne(world);
    }

    /** The edition is large: of those who find that the world has moved one reads it, and the others wait for him. */
    private Facts renewedByOne(long world) {
        renewal.lock();
        try {
            Facts facts = inForce;
            return facts != null && facts.world() >= world ? facts : renewed(world);
        } finally {
            renewal.unlock();
        }
    }

    private Facts renewed(long world) {
        // Read after the version: if the world moves in between, the next comparison finds the older number.
        Facts facts = new Facts(world, edition(), sources);
        inForce = facts;
        return facts;
    }

    private Edition edition() {
        // In a transaction of its own: what is not committed yet is in nobody's force.
        return QuarkusTransaction.requiringNew().call(() -> {
            long last = rulebook.last();
            EditionOnRecord.Saved saved = record.newest();
            if (saved.number() < last) {
                throw new RulebookUntrue(); // there is an edition that the log knows nothing of, or no longer
            }
            return rulebook.load(saved.number(), saved);
        });
    }

    private long version() {
        try {
            return changes.world();
        } catch (SQLException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "unavailable", "the database does not answer");
        }
    }
}
