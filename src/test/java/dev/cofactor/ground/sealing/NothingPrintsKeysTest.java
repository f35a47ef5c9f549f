// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NothingPrintsKeysTest {
    private static final byte[] KEY = "this is no key but 32 bytes long".getBytes(US_ASCII);

    private final UUID id = UUID.randomUUID();
    private final RootKey.Held root = RootKey.Held.of(Plaintext.owning(KEY.clone()));
    private final RootKey.KeyName name = new RootKey.KeyName(id, id, Purpose.LOG_BODY, "2026-11", 1);

    @Test
    void noTypeOfTheRoomPrintsAKey() {
        Plaintext key = Plaintext.owning(KEY.clone());
        byte[] wrapped = root.wrap(name, key);
        for (Object printed : List.of(
                key,
                root,
                root.unwrap(name, wrapped),
                name,
                new OpenKey(key),
                new Keyring.InUse(id, new OpenKey(key)),
                Keyring.Slot.only(Purpose.LOG_TAG),
                new SealingKeyRows.Fresh(name, wrapped),
                new SealingKeyRows.Stored(id, "2026-11", 1, wrapped, true),
                new LogBodies.Sealed(id, wrapped),
                new Values.Sealed(id, wrapped, wrapped),
                Context.ofSeed(id).and(key),
                Context.ofKey(name),
                Purpose.LOG_BODY)) {
            assertThat(String.valueOf(printed)).doesNotContain(spellings());
        }
    }

    private static String[] spellings() {
        return new String[] {
            new String(KEY, US_ASCII),
            HexFormat.of().formatHex(KEY),
            HexFormat.of().formatHex(KEY, 0, 8),
            Base64.getEncoder().encodeToString(KEY).substring(0, 16),
            Arrays.toString(KEY).substring(1, 20)
        };
    }
}
