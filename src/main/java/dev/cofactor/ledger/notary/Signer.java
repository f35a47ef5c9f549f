// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.engine.merkle.TreeHead;
import dev.cofactor.engine.merkle.Unproven;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Signs heads, one history of them. It computes each from the entries, on top of the last one it remembers, and writes
 * down what it is about to sign before it signs. What does not extend what was signed stops the log instead.
 *
 * <p>INVARIANT: whatever the database says, no two signed heads of one origin contradict each other.
 */
final class Signer {
    private final DataSource database;
    private final HeadFile memory;
    private final Function<String, NoteSigner> key;

    /** @param key the log's key under the name of an origin */
    Signer(DataSource database, HeadFile memory, Function<String, NoteSigner> key) {
        this.database = database;
        this.memory = memory;
        this.key = key;
    }

    /** What a turn came to. */
    enum Turn {
        SIGNED,
        NOTHING_NEW,
        /** What was read is not yet where it survives this database. */
        NOT_LASTING,
        SOMEBODY_ELSES,
        STOPPED
    }

    Turn turn() throws SQLException, IOException {
        Optional<HeadFile.Turn> mine = memory.turn();
        if (mine.isEmpty()) {
            return Turn.SOMEBODY_ELSES;
        }
        try (HeadFile.Turn held = mine.get();
                Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return held.lock().isValid() ? turn(connection) : Turn.SOMEBODY_ELSES;
            } catch (Forked | Unproven e) {
                connection.rollback();
                HeadRows.stop(connection, "not signed: " + e.getMessage());
                connection.commit();
                return Turn.STOPPED;
            } finally {
                connection.rollback(); // of what was not committed
                connection.setAutoCommit(true);
            }
        }
    }

    private Turn turn(Connection connection) throws SQLException, IOException {
        if (!CheckpointRows.takeTurn(connection)) {
            return Turn.SOMEBODY_ELSES;
        }
        HeadRows.Claimed claimed = HeadRows.read(connection);
        if (claimed.stopped() != null) {
            return Turn.STOPPED;
        }
        Optional<SignedHead> remembered = memory.read();
        boolean begun =
                remembered.filter(head -> head.epoch() == claimed.epoch()).isPresent();
        Optional<CheckpointRows.Stored> newest = CheckpointRows.newest(connection, claimed.epoch());
        SignedHead last =
                remembered.filter(head -> head.epoch() == claimed.epoch()).orElseGet(() -> first(claimed, remembered));
        SignedHead next = recomputed(connection, claimed, last, newest);
        boolean lastIsStored = newest.isPresent() && newest.get().head().size() >= last.size();
        if (begun && !lastIsStored) {
            return sign(connection, last); // it was about to when it was interrupted
        }
        if (newest.isPresent() && newest.get().head().size() == next.size()) {
            if (next.size() > last.size()) {
                memory.write(next); // another node signed it
            }
            return Turn.NOTHING_NEW;
        }
        return sign(connection, next);
    }

    /**
     * What a database shows after a crash may not have reached its standby, and would be gone with it: signed, it would stop the
     * log that goes on without it.
     */
    private boolean lasts() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return HeadRows.lasts(connection);
        }
    }

    private Turn sign(Connection connection, SignedHead head) throws SQLException, IOException {
        if (!lasts()) {
            return Turn.NOT_LASTING;
        }
        memory.write(head);
        String note = head.checkpoint().sign(key.apply(head.origin())).message();
        CheckpointRows.insert(connection, head, note);
        connection.commit();
        return Turn.SIGNED;
    }

    /** Nothing is signed of this epoch yet. One after another must name the last head of that other. */
    private SignedHead first(HeadRows.Claimed claimed, Optional<SignedHead> remembered) {
        remembered.ifPresent(before -> requireNamed(claimed, before));
        return new SignedHead(claimed.epoch(), claimed.origin(), Frontier.EMPTY);
    }

    private void requireNamed(HeadRows.Claimed claimed, SignedHead before) {
        if (claimed.epoch() < before.epoch()) {
            throw new Forked("epoch " + before.epoch() + " was signed, and the database is back at " + claimed.epoch());
        }
        String previous = claimed.previousCheckpoint();
        if (previous == null
                || !open(previous, before.origin()).equals(before.frontier().head())) {
            throw new Forked("epoch " + claimed.epoch() + " does not name the last head signed before it");
        }
    }

    private SignedHead recomputed(
            Connection connection, HeadRows.Claimed claimed, SignedHead last, Optional<CheckpointRows.Stored> newest)
            throws SQLException {
        if (!claimed.origin().equals(last.origin())) {
            throw new Forked("the log has another origin than the one that was signed");
        }
        long signed = newest.map(stored -> stored.head().size()).orElse(0L);
        if (claimed.size() < Math.max(last.size(), signed)) {
            throw new Forked("the log has " + claimed.size() + " entries, and " + Math.max(last.size(), signed)
                    + " were signed");
        }
        Growth growth = new Growth(new TreeRows(connection, claimed.epoch()));
        growth.requireUnchanged(last.frontier());
        Frontier frontier = last.frontier();
        if (newest.isPresent()) {
            frontier = through(newest.get(), last, growth);
        }
        frontier = growth.grow(frontier, claimed.size());
        requireSame(frontier, claimed);
        return new SignedHead(last.epoch(), last.origin(), frontier);
    }

    /** As far as the newest checkpoint, which may be another node's; one before our last head proves nothing new. */
    private Frontier through(CheckpointRows.Stored newest, SignedHead last, Growth growth) throws SQLException {
        if (!open(newest.note(), last.origin()).equals(newest.head())) {
            throw new Forked("the checkpoint of size " + newest.head().size() + " is not what its note says");
        }
        if (newest.head().size() < last.size()) {
            return last.frontier();
        }
        Frontier there = growth.grow(last.frontier(), newest.head().size());
        if (!there.head().equals(newest.head())) {
            throw new Forked("the entries do not lead to the checkpoint of size "
                    + newest.head().size());
        }
        return there;
    }

    private static void requireSame(Frontier computed, HeadRows.Claimed claimed) {
        boolean frontier = claimed.size() == 0
                ? claimed.frontier().length == 0
                : Arrays.equals(computed.bytes(), claimed.frontier());
        if (!frontier || !Arrays.equals(computed.root().bytes(), claimed.root())) {
            throw new Forked("the head row is not what the entries lead to");
        }
    }

    private TreeHead open(String note, String origin) {
        byte[] bytes = note.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Checkpoint.open(bytes, origin, List.of(key.apply(origin).verifier()))
                .head();
    }
}
