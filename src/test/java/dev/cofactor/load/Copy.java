// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by the million into one table. */
final class Copy implements AutoCloseable {
    private static final int ENOUGH = 1 << 16;

    private final StringBuilder rows = new StringBuilder();
    private final CopyIn copy;

    Copy(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(text(values[i]));
        }
        rows.append('\n');
        if (rows.length() >= ENOUGH) {
            send();
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
    }
}
