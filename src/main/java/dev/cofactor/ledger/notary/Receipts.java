// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.Proofs;
import dev.cofactor.engine.merkle.TlogProof;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ground.sealing.Unopenable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Receipts: what happened, and the proof that it is on the log. Who may have one is for the caller to decide. */
@Singleton
public class Receipts {
    private static final String ENTRY = """
            select e.epoch, e.index, e.leaf, e.body_key, e.body
              from log_event v join log_entry e using (epoch, index) where v.event = ?
            """;

    private final DataSource database;
    private final LogBodies bodies;

    Receipts(DataSource database, LogBodies bodies) {
        this.database = database;
        this.bodies = bodies;
    }

    private record Entry(int epoch, long index, byte[] leaf, LogBodies.Sealed body) {}

    /** @return a tlog-proof; absent while no checkpoint covers the event, or if there is none of that id */
    public Optional<String> receipt(UUID event) {
        try (Connection connection = database.getConnection()) {
            Optional<Entry> entry = entry(connection, event);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            Entry found = entry.get();
            return CheckpointRows.covering(connection, found.epoch(), found.index())
                    .map(stored -> receipt(new TreeRows(connection, found.epoch()), stored, found, event));
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private String receipt(TreeRows rows, CheckpointRows.Stored stored, Entry entry, UUID event) {
        long size = stored.head().size();
        List<Hash> path = Proofs.inclusion(entry.index(), size, rows.nodes(size));
        return TlogProof.of(entry.index(), path, stored.note())
                .withExtra(extra(entry, event).bytes())
                .text();
    }

    /** Once the body is erased, its leaf alone is left to prove. */
    private ReceiptExtra extra(Entry entry, UUID event) {
        try {
            byte[] opened = bodies.open(event, entry.body());
            byte[] salt = Arrays.copyOf(opened, ReceiptExtra.SALT_BYTES);
            byte[] body = Arrays.copyOfRange(opened, ReceiptExtra.SALT_BYTES, opened.length);
            return new ReceiptExtra(entry.leaf(), Optional.of(new ReceiptExtra.Opened(salt, body)));
        } catch (Unopenable e) {
            return new ReceiptExtra(entry.leaf(), Optional.empty());
        }
    }

    private static Optional<Entry> entry(Connection connection, UUID event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTRY)) {
            statement.setObject(1, event);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(entry(row)) : Optional.empty();
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        LogBodies.Sealed body = new LogBodies.Sealed(row.getObject(4, UUID.class), row.getBytes(5));
        return new Entry(row.getInt(1), row.getLong(2), row.getBytes(3), body);
    }
}
