// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.ChannelSecrets.Content;
import dev.cofactor.ground.sealing.ChannelSecrets.Place;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelSecretsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] URL = "https://hooks.example.org/T0/B0/x".getBytes(UTF_8);

    private final Place here = new Place(UUID.randomUUID(), Content.ADDRESS);

    @TempDir
    Path folder;

    private ValueDoors doors;
    private ChannelSecrets secrets;

    @BeforeEach
    void anInstallation() {
        MemoryRows rows = new MemoryRows(UUID.randomUUID());
        doors = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
        secrets = new ChannelSecrets(doors.keys(), new Installation(rows));
    }

    private ChannelSecrets.Sealed sealed() {
        return secrets.seal(here, Plaintext.owning(URL.clone()));
    }

    private void refused(Place place, ChannelSecrets.Sealed sealed) {
        assertThatThrownBy(() -> secrets.open(place, sealed)).isInstanceOf(Unopenable.class);
    }

    @Test
    void whatWasSealedOpensInItsPlace() {
        assertThat(secrets.open(here, sealed()).reveal()).isEqualTo(URL);
        assertThat(sealed().bytes()).isNotEqualTo(sealed().bytes());
    }

    @Test
    void inNoOtherPlaceItOpens() {
        for (Place other : List.of(
                new Place(UUID.randomUUID(), Content.ADDRESS), new Place(here.channel(), Content.SIGNING_SECRET))) {
            refused(other, sealed());
        }
    }

    @Test
    void inAnotherInstallationItDoesNotOpen() {
        ChannelSecrets.Sealed sealed = sealed();
        UUID installation = UUID.randomUUID();
        OpenKey key = doors.keys().find(Purpose.CHANNEL, sealed.key());
        assertThatThrownBy(() -> key.open(Context.ofChannel(installation, sealed.key(), here), sealed.bytes()))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void itsKeyIsOfNoOtherPurpose() {
        UUID value = doors.keys().inUse(Keyring.Slot.only(Purpose.VALUE)).id();
        refused(here, new ChannelSecrets.Sealed(value, sealed().bytes()));
        assertThatThrownBy(() -> doors.keys().find(Purpose.VALUE, sealed().key()))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void everyBitFlippedIsRefused() {
        ChannelSecrets.Sealed sealed = sealed();
        for (int bit = 0; bit < 8 * sealed.bytes().length; bit++) {
            byte[] flipped = sealed.bytes().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused(here, new ChannelSecrets.Sealed(sealed.key(), flipped));
        }
    }
}
