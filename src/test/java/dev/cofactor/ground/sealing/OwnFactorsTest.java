// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.OwnFactors.Content;
import dev.cofactor.ground.sealing.OwnFactors.Place;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFactorsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SEED = "12345678901234567890".getBytes(UTF_8);

    private final Place here = new Place(UUID.randomUUID(), UUID.randomUUID(), Content.SEED, "SHA1,6,30,1");

    @TempDir
    Path folder;

    private ValueDoors doors;
    private OwnFactors factors;

    @BeforeEach
    void anInstallation() {
        MemoryRows rows = new MemoryRows(UUID.randomUUID());
        doors = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
        factors = new OwnFactors(doors.keys(), new Installation(rows));
    }

    private OwnFactors.Sealed sealed() {
        return factors.seal(here, Plaintext.owning(SEED.clone()));
    }

    private void refused(Place place, OwnFactors.Sealed sealed) {
        assertThatThrownBy(() -> factors.open(place, sealed)).isInstanceOf(Unopenable.class);
    }

    @Test
    void whatWasSealedOpensInItsPlace() {
        assertThat(factors.open(here, sealed()).reveal()).isEqualTo(SEED);
        assertThat(sealed().bytes()).isNotEqualTo(sealed().bytes());
    }

    @Test
    void inNoOtherPlaceItOpens() {
        for (Place other : List.of(
                new Place(UUID.randomUUID(), here.factor(), here.content(), here.particulars()),
                new Place(here.person(), UUID.randomUUID(), here.content(), here.particulars()),
                new Place(here.factor(), here.person(), here.content(), here.particulars()),
                new Place(here.person(), here.factor(), Content.RECOVERY_CODE, here.particulars()),
                new Place(here.person(), here.factor(), here.content(), "SHA1,6,30,10"),
                new Place(here.person(), here.factor(), here.content(), ""))) {
            refused(other, sealed());
        }
    }

    @Test
    void inAnotherInstallationItDoesNotOpen() {
        OwnFactors.Sealed sealed = sealed();
        UUID installation = UUID.randomUUID();
        OpenKey key = doors.keys().find(Purpose.FACTOR, sealed.key());
        assertThatThrownBy(() -> key.open(Context.ofFactor(installation, sealed.key(), here), sealed.bytes()))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void itsKeyIsOfNoOtherPurpose() {
        UUID value = doors.keys().inUse(Keyring.Slot.only(Purpose.VALUE)).id();
        refused(here, new OwnFactors.Sealed(value, sealed().bytes()));
        assertThatThrownBy(() -> doors.keys().find(Purpose.VALUE, sealed().key()))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void everyBitFlippedIsRefused() {
        OwnFactors.Sealed sealed = sealed();
        for (int bit = 0; bit < 8 * sealed.bytes().length; bit++) {
            byte[] flipped = sealed.bytes().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused(here, new OwnFactors.Sealed(sealed.key(), flipped));
        }
    }

    @Test
    void underTheKeyInUseThereIsNothingToRenew() {
        assertThat(factors.renewed(here, sealed())).isEmpty();
    }
}
