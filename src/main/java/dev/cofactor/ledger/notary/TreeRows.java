// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.NodeReader;
import dev.cofactor.engine.merkle.Tile;
import dev.cofactor.engine.merkle.TilePath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads one epoch's entries and nodes, as they stand; whether they are right is for the reader to find out. */
final class TreeRows {
    private static final String LEAVES = """
            select index, leaf, leaf_hash from log_entry
             where epoch = ? and index >= ? and index < ? order by index
            """;

    private static final String HASHES = """
            select index, leaf_hash from log_entry where epoch = ? and index >= ? and index < ? order by index
            """;

    private static final String NODES = """
            select index, hash from log_node
             where epoch = ? and index >= ? and index < ? and level = ? order by index
            """;

    private final Connection connection;
    private final int epoch;

    TreeRows(Connection connection, int epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    /** An entry's bytes, and the hash that the row says they have. */
    record LeafRow(byte[] leaf, Hash claimed) {}

    List<LeafRow> leaves(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
            range(statement, from, to);
            List<LeafRow> leaves = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    requireNext(row.getLong(1), from + leaves.size());
                    leaves.add(new LeafRow(row.getBytes(2), Hash.of(row.getBytes(3))));
                }
            }
            requireNext(to, from + leaves.size());
            return leaves;
        }
    }

    Tile tile(TilePath path) {
        try {
            return new Tile(path, hashes(path));
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** Nodes as they stood in the tree of that size. */
    NodeReader nodes(long size) {
        return NodeReader.ofTiles(size, this::tile);
    }

    private List<Hash> hashes(TilePath path) throws SQLException {
        long from = path.index() * TilePath.WIDTH;
        long to = from + path.width();
        try (PreparedStatement statement = connection.prepareStatement(path.level() == 0 ? HASHES : NODES)) {
            range(statement, from, to);
            if (path.level() > 0) {
                statement.setShort(4, (short) (path.level() * TilePath.HEIGHT));
            }
            List<Hash> hashes = new ArrayList<>(path.width());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    requireNext(row.getLong(1), from + hashes.size());
                    hashes.add(Hash.of(row.getBytes(2)));
                }
            }
            requireNext(to, from + hashes.size());
            return hashes;
        }
    }

    private void range(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setInt(1, epoch);
        statement.setLong(2, from);
        statement.setLong(3, to);
    }

    private static void requireNext(long found, long expected) {
        if (found != expected) {
            throw new Forked("row " + expected + " of the tree is missing");
        }
    }
}
