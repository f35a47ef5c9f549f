// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Codes over the columns of a row on which safety depends (policy, digits, period, status, row version), so that a
 * writer of the database cannot turn them. An old row put back whole has its old code: that is seen by the row version
 * on the log.
 */
@Singleton
public class RowMacs {
    private static final int ID_BYTES = 16;
    private static final int LENGTH = ID_BYTES + 32;

    private final Keyring keys;
    private final Installation installation;

    RowMacs(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /**
     * Rows with codes. Whoever keeps a table of such rows says by this how they come under another key, and which key they
     * name; {@code keys} asks all there are. A table's triggers refuse a code whose key was destroyed.
     */
    public interface Coded {
        /** The table's name, as it is in the codes. */
        String table();

        /** How many rows name which key. */
        Map<UUID, Long> named();

        /** Rows that name this key, in the order of their ids, those after the given one. */
        List<UUID> under(UUID key, Optional<UUID> after, int limit);

        /** Codes the row under the newest key if its old code holds, and if it is still what was read when that is written. */
        Renewal renew(UUID row);
    }

    /** What became of one row. */
    public enum Renewal {
        DONE,
        /** It is not there any more, or somebody changed it: whoever did has coded it. */
        MEANWHILE,
        /** Its code does not hold, so it keeps it: a new one would make true what somebody wrote. */
        UNTRUE
    }

    /**
     * 48 bytes: the key's id and the code.
     *
     * @param table the table's name: a row of one is none of another
     * @param columns in an order that never changes; what may be absent says so in its bytes
     */
    public byte[] of(String table, UUID row, List<byte[]> columns) {
        Keyring.InUse used = keys.inUse(Slot.only(Purpose.ROW_MAC));
        return of(used, Context.ofRow(installation.id(), used.id(), table, row, columns));
    }

    /** The code of the same columns under the newest key; nothing where the old one does not hold. */
    public Optional<byte[]> renewed(byte[] mac, String table, UUID row, List<byte[]> columns) {
        try {
            return holds(mac, table, row, columns) ? Optional.of(of(table, row, columns)) : Optional.empty();
        } catch (Unopenable e) {
            return Optional.empty();
        }
    }

    static byte[] of(Keyring.InUse used, Context context) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(used.id().getMostSignificantBits())
                .putLong(used.id().getLeastSignificantBits())
                .put(used.key().tag(context))
                .array();
    }

    /**
     * Whether the row is as it was when its code was made.
     *
     * @throws Unopenable when the key of the code was destroyed, or is kept under another root key
     */
    public boolean holds(byte[] mac, String table, UUID row, List<byte[]> columns) {
        if (mac.length != LENGTH) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        try {
            byte[] expected =
                    keys.find(Purpose.ROW_MAC, id).tag(Context.ofRow(installation.id(), id, table, row, columns));
            return MessageDigest.isEqual(expected, Arrays.copyOfRange(mac, ID_BYTES, LENGTH));
        } catch (Unopenable e) {
            if (e.why() == Unopenable.Why.KEY_UNKNOWN) {
                return false;
            }
            throw e;
        }
    }
}
