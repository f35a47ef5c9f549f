// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Ids as the bytes they are. The driver has no binary form for an array of them and would write each as text, which the
 * one process that does the log's work in the database must then read again, under the head's lock.
 */
final class UuidArray {
    private static final int HEADER = 5 * Integer.BYTES;
    private static final int ID = 2 * Long.BYTES;
    private static final int NULL = -1;

    private UuidArray() {}

    static Array of(Connection connection, List<? extends @Nullable Object> ids) throws SQLException {
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes(ids));
    }

    /** One dimension, whether there are nulls, the type, how many from 1 on; then the length and the bytes of each. */
    private static byte[] bytes(List<? extends @Nullable Object> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + ids.size() * (Integer.BYTES + ID))
                .putInt(1)
                .putInt(ids.stream().anyMatch(Objects::isNull) ? 1 : 0)
                .putInt(Oid.UUID)
                .putInt(ids.size())
                .putInt(1);
        for (Object id : ids) {
            if (id instanceof UUID present) {
                bytes.putInt(ID).putLong(present.getMostSignificantBits()).putLong(present.getLeastSignificantBits());
            } else {
                bytes.putInt(NULL);
            }
        }
        byte[] exactly = new byte[bytes.position()];
        bytes.flip().get(exactly);
        return exactly;
    }
}
