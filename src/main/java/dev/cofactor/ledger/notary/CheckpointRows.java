// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.TreeHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The checkpoints that were signed: written once, read by everybody. */
final class CheckpointRows {
    /** The signers' turn, for as long as the transaction. */
    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended('cofactor/signer', 0))";

    private static final String INSERT = "insert into checkpoint (epoch, size, root, note) values (?, ?, ?, ?)";
    private static final String NEWEST =
            "select size, root, note from checkpoint where epoch = ? order by size desc limit 1";
    private static final String COVERING = """
            select size, root, note from checkpoint where epoch = ? and size > ? order by size limit 1
            """;

    private CheckpointRows() {}

    /** As stored; its note says the same, or somebody was here. */
    record Stored(TreeHead head, String note) {}

    static boolean takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void insert(Connection connection, SignedHead head, String note) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, head.epoch());
            statement.setLong(2, head.size());
            statement.setBytes(3, head.frontier().root().bytes());
            statement.setString(4, note);
            statement.executeUpdate();
        }
    }

    static Optional<Stored> newest(Connection connection, int epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setInt(1, epoch);
            return first(statement);
        }
    }

    /** The first that covers the entry at that index. */
    static Optional<Stored> covering(Connection connection, int epoch, long index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COVERING)) {
            statement.setInt(1, epoch);
            statement.setLong(2, index);
            return first(statement);
        }
    }

    private static Optional<Stored> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Stored(new TreeHead(row.getLong(1), Hash.of(row.getBytes(2))), row.getString(3)))
                    : Optional.empty();
        }
    }
}
