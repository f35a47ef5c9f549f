// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules must keep saying, as it was written. Whether they do is found elsewhere. */
@Singleton
@Transactional
public class KeptExpectations {
    /** All of them are asked before each save. */
    public static final int MOST = 200;

    private final ExpectationRows rows;

    KeptExpectations(ExpectationRows rows) {
        this.rows = rows;
    }

    /**
     * One of them, in the one spelling of its document.
     *
     * @param author who last wrote it
     * @param event the change that made it what it is: another one after the next
     */
    public record Kept(UUID id, String document, @Nullable UUID author, UUID event, Instant at) {}

    /** In the order they were added in. */
    public List<Kept> all() {
        return rows.inOrder().stream().map(ExpectationRow::kept).toList();
    }

    public Optional<Kept> find(UUID id) {
        return rows.findByIdOptional(id).map(ExpectationRow::kept);
    }

    /** Part of a change, whose transaction is open: what is expected is of the world, as the rules are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Kept kept) {
        if (rows.count() >= MOST) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "expectations-full", "there are " + MOST + " expectations, and no more");
        }
        rows.persist(new ExpectationRow(kept));
        rows.flush();
    }

    /**
     * Part of a change.
     *
     * @param seen the event that made it what its author has seen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(Kept then, UUID seen) {
        requireSeen(rows.replace(then, seen));
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(UUID id, UUID seen) {
        requireSeen(rows.remove(id, seen));
    }

    private static void requireSeen(boolean was) {
        if (!was) {
            throw new Problem(
                    Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "this expectation has been changed meanwhile");
        }
    }
}
