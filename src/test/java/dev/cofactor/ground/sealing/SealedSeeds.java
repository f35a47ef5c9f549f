// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What a seed leaves in a database, made by the doors that a server has: by the million, without asking one. */
public final class SealedSeeds {
    private static final int SEED_BYTES = 20;

    private final ValueDoors doors;
    private final SecureRandom random;

    private SealedSeeds(ValueDoors doors, SecureRandom random) {
        this.doors = doors;
        this.random = random;
    }

    public static SealedSeeds of(DataSource database, Path rootKey, SecureRandom random) {
        return new SealedSeeds(ValueDoors.of(new OpenDoors.PlainRows(database), rootKey, random), random);
    }

    /** A seed of chance, and by what it is known again. */
    public record Fresh(Values.Sealed sealed, byte[] fingerprint) {}

    public Fresh fresh(Where where) {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        try (Plaintext seed = Plaintext.owning(bytes)) {
            return new Fresh(
                    doors.values().seal(where, seed), doors.fingerprints().of(seed));
        }
    }

    public byte[] code(String table, UUID row, List<byte[]> columns) {
        return doors.rowMacs().of(table, row, columns);
    }
}
