// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.EntryBundle;
import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.engine.merkle.Unproven;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The log as strangers read it (C2SP tlog-tiles), as far as it is signed and no further. */
@Singleton
public class Tiles {
    private final DataSource database;

    Tiles(DataSource database) {
        this.database = database;
    }

    /** The newest signed note of that epoch. */
    public Optional<String> checkpoint(int epoch) {
        try (Connection connection = database.getConnection()) {
            return CheckpointRows.newest(connection, epoch).map(CheckpointRows.Stored::note);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** A tile of hashes or a bundle of entries; absent where the signed tree does not reach. */
    public Optional<byte[]> read(int epoch, TilePath path) {
        try (Connection connection = database.getConnection()) {
            long signed = CheckpointRows.newest(connection, epoch)
                    .map(stored -> stored.head().size())
                    .orElse(0L);
            return within(path, signed) ? Optional.of(bytes(new TreeRows(connection, epoch), path)) : Optional.empty();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private static boolean within(TilePath path, long signed) {
        try {
            return path.width()
                    <= TilePath.at(path.level(), path.index(), signed).width();
        } catch (Unproven beyond) {
            return false;
        }
    }

    private static byte[] bytes(TreeRows rows, TilePath path) throws SQLException {
        if (path.level() != TilePath.ENTRIES) {
            return rows.tile(path).bytes();
        }
        long from = path.index() * TilePath.WIDTH;
        return EntryBundle.encode(rows.leaves(from, from + path.width()).stream()
                .map(TreeRows.LeafRow::leaf)
                .toList());
    }
}
