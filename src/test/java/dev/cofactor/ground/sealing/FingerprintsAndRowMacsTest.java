// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsAndRowMacsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID row = UUID.randomUUID();
    private final MemoryRows rows = new MemoryRows(UUID.randomUUID());

    @TempDir
    Path folder;

    private ValueDoors doors;

    @BeforeEach
    void anInstallation() {
        doors = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
    }

    @Test
    void theSameSeedHasTheSameFingerprintOnEveryNode() {
        ValueDoors node = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
        assertThat(fingerprint(doors, "a seed"))
                .hasSize(32)
                .isEqualTo(fingerprint(doors, "a seed"))
                .isEqualTo(fingerprint(node, "a seed"))
                .isNotEqualTo(fingerprint(doors, "a seee"))
                .isNotEqualTo(fingerprint(doors, "a seed "))
                .isNotEqualTo(fingerprint(doors, ""));
    }

    @Test
    void aSeedThatGivesTheSameCodesIsTheSameSeed() {
        assertThat(fingerprint(doors, "a seed\0\0"))
                .isEqualTo(fingerprint(doors, "a seed"))
                .isNotEqualTo(fingerprint(doors, "\0a seed"));
    }

    @Test
    void anotherInstallationHasOtherFingerprints() {
        ValueDoors other = ValueDoors.of(new MemoryRows(UUID.randomUUID()), folder.resolve("root.key"), RANDOM);
        assertThat(fingerprint(other, "a seed")).isNotEqualTo(fingerprint(doors, "a seed"));
    }

    @Test
    void aRowHoldsAsItWasAndInNoOtherWay() {
        List<byte[]> columns = columns("policy", "6", "30");
        byte[] mac = doors.rowMacs().of("seed", row, columns);

        assertThat(mac).hasSize(48);
        assertThat(doors.rowMacs().holds(mac, "seed", row, columns)).isTrue();
        assertThat(doors.rowMacs().holds(mac, "secret", row, columns)).isFalse();
        assertThat(doors.rowMacs().holds(mac, "seed", UUID.randomUUID(), columns))
                .isFalse();
        for (List<byte[]> turned : List.of(
                columns("policy", "6", "60"),
                columns("policy", "30", "6"),
                columns("policy6", "", "30"),
                columns("policy", "630"),
                columns("policy", "6", "30", ""),
                columns())) {
            assertThat(doors.rowMacs().holds(mac, "seed", row, turned)).isFalse();
        }
    }

    @Test
    void aCodeThatIsNotTheRowsDoesNotHold() {
        List<byte[]> columns = columns("policy");
        byte[] mac = doors.rowMacs().of("seed", row, columns);
        for (int bit = 0; bit < 8 * mac.length; bit++) {
            byte[] flipped = mac.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(doors.rowMacs().holds(flipped, "seed", row, columns)).isFalse();
        }
        for (int length = 0; length < mac.length + 2; length++) {
            assertThat(doors.rowMacs().holds(Arrays.copyOf(mac, length), "seed", row, columns))
                    .isEqualTo(length == mac.length);
        }
    }

    @Test
    void theKeyOfAnotherPurposeMakesNoCode() {
        var other = doors.keys().inUse(Keyring.Slot.only(Purpose.VALUE));
        byte[] forged = ByteBuffer.allocate(48)
                .putLong(other.id().getMostSignificantBits())
                .putLong(other.id().getLeastSignificantBits())
                .put(other.key().tag(Context.ofRow(doors.installation(), other.id(), "seed", row, List.of())))
                .array();
        assertThat(doors.rowMacs().holds(forged, "seed", row, List.of())).isFalse();
    }

    private static byte[] fingerprint(ValueDoors doors, String seed) {
        return doors.fingerprints().of(Plaintext.owning(seed.getBytes(UTF_8)));
    }

    private static List<byte[]> columns(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }
}
