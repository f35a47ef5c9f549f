// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static dev.cofactor.ground.sealing.ValueDoors.recorded;
import static dev.cofactor.ground.sealing.ValueDoors.released;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.sealing.Where.Content;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] CONTENT = "a seed, or what else is sealed".getBytes(UTF_8);

    private final Where here = new Where(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Content.SEED);

    @TempDir
    Path folder;

    private ValueDoors doors;

    @BeforeEach
    void anInstallation() {
        doors = ValueDoors.of(new MemoryRows(UUID.randomUUID()), folder.resolve("root.key"), RANDOM);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEED_UNDER_PROOF")
    void whatWasSealedOpensWithTheRecordOfItsRelease(Content content) {
        Where where = new Where(here.secret(), here.field(), here.value(), content);
        assertThat(opened(where, sealed(where))).isEqualTo(CONTENT);
        var empty = doors.values().seal(where, Plaintext.owning(new byte[0]));
        assertThat(opened(where, empty)).isEmpty();
    }

    @Test
    void everyValueHasADataKeyOfItsOwn() {
        var first = sealed(here);
        var second = sealed(here);
        assertThat(first.key()).isEqualTo(second.key());
        assertThat(first.dataKey()).hasSize(OpenKey.KEY_BYTES + OpenKey.OVERHEAD);
        assertThat(first.bytes()).hasSize(CONTENT.length + OpenKey.OVERHEAD).isNotEqualTo(second.bytes());
        refused(here, new Values.Sealed(first.key(), first.dataKey(), second.bytes()));
        refused(here, new Values.Sealed(first.key(), second.dataKey(), first.bytes()));
    }

    @Test
    void noRecordButThatOfItsOwnReleaseOpensAValue() {
        var sealed = sealed(here);
        for (var record : List.of(
                recorded(UUID.randomUUID(), here.content().word()),
                recorded(here.secret(), here.content().word()),
                recorded(here.value(), Content.FIELD.word()),
                recorded(here.value(), Content.SEED_UNDER_PROOF.word()),
                recorded(here.value(), ""))) {
            misused(() -> doors.values().open(here, sealed, record));
        }
    }

    @Test
    void inNoOtherPlaceAValueOpens() {
        List<Where> places = everywhere();
        for (Where from : places) {
            var sealed = sealed(from);
            for (Where to : places) {
                if (from.equals(to)) {
                    assertThat(opened(to, sealed)).isEqualTo(CONTENT);
                } else {
                    refused(to, sealed);
                    swappedInHalf(from, to, sealed);
                }
            }
        }
    }

    /** A data key moved alone, or a content alone: each layer refuses for itself. */
    private void swappedInHalf(Where from, Where to, Values.Sealed sealed) {
        var other = sealed(to);
        refused(to, new Values.Sealed(other.key(), sealed.dataKey(), other.bytes()));
        refused(to, new Values.Sealed(other.key(), other.dataKey(), sealed.bytes()));
        refused(from, new Values.Sealed(sealed.key(), other.dataKey(), sealed.bytes()));
        refused(from, new Values.Sealed(sealed.key(), sealed.dataKey(), other.bytes()));
    }

    private List<Where> everywhere() {
        List<Where> places = new ArrayList<>(List.of(
                new Where(UUID.randomUUID(), here.field(), here.value(), Content.SEED),
                new Where(here.secret(), UUID.randomUUID(), here.value(), Content.SEED),
                new Where(here.secret(), here.field(), UUID.randomUUID(), Content.SEED),
                new Where(here.field(), here.secret(), here.value(), Content.SEED)));
        for (Content content : Content.values()) {
            if (content != Content.SEED_UNDER_PROOF) {
                places.add(new Where(here.secret(), here.field(), here.value(), content));
            }
        }
        return places;
    }

    @Test
    void inAnotherInstallationNothingOpens() {
        var rows = new MemoryRows(UUID.randomUUID());
        ValueDoors other = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
        var sealed = sealed(here);
        unopenable(() -> other.values().open(here, sealed, released(here)));

        OpenKey key = doors.keys().find(Purpose.VALUE, sealed.key());
        Context there = Context.ofDataKey(other.installation(), here, sealed.key());
        unopenable(() -> key.open(there, sealed.dataKey()));
        byte[] dataKey = key.open(Context.ofDataKey(doors.installation(), here, sealed.key()), sealed.dataKey());
        OpenKey inner = new OpenKey(Plaintext.owning(dataKey));
        unopenable(() -> inner.open(Context.ofValue(other.installation(), here), sealed.bytes()));
    }

    @Test
    void aKeyOfAnotherPurposeIsUnknownToTheDoor() {
        var sealed = sealed(here);
        for (Purpose purpose : List.of(Purpose.FINGERPRINT, Purpose.ROW_MAC, Purpose.LOG_TAG)) {
            var other = doors.keys().inUse(Keyring.Slot.only(purpose));
            byte[] dataKey = other.key()
                    .seal(Context.ofDataKey(doors.installation(), here, other.id()), new byte[OpenKey.KEY_BYTES]);
            var moved = new Values.Sealed(other.id(), dataKey, sealed.bytes());
            assertThatThrownBy(() -> doors.values().open(here, moved, released(here)))
                    .isInstanceOfSatisfying(
                            Unopenable.class, e -> assertThat(e.why()).isEqualTo(Unopenable.Why.KEY_UNKNOWN));
        }
    }

    @Test
    void everyBitFlippedIsRefused() {
        var sealed = sealed(here);
        for (int bit = 0; bit < 8 * sealed.dataKey().length; bit++) {
            refused(here, new Values.Sealed(sealed.key(), flipped(sealed.dataKey(), bit), sealed.bytes()));
        }
        for (int bit = 0; bit < 8 * sealed.bytes().length; bit++) {
            refused(here, new Values.Sealed(sealed.key(), sealed.dataKey(), flipped(sealed.bytes(), bit)));
        }
    }

    @Test
    void everyOtherLengthIsRefused() {
        var sealed = sealed(here);
        for (int length = 0; length < sealed.bytes().length + 3; length++) {
            if (length != sealed.dataKey().length) {
                refused(here, new Values.Sealed(sealed.key(), Arrays.copyOf(sealed.dataKey(), length), sealed.bytes()));
            }
            if (length != sealed.bytes().length) {
                refused(here, new Values.Sealed(sealed.key(), sealed.dataKey(), Arrays.copyOf(sealed.bytes(), length)));
            }
        }
    }

    @Test
    void anotherFormatByteIsRefused() {
        var sealed = sealed(here);
        for (int format = 0; format < 256; format++) {
            if (format != 1) {
                byte[] dataKey = sealed.dataKey().clone();
                byte[] bytes = sealed.bytes().clone();
                dataKey[0] = (byte) format;
                bytes[0] = (byte) format;
                refused(here, new Values.Sealed(sealed.key(), dataKey, sealed.bytes()));
                refused(here, new Values.Sealed(sealed.key(), sealed.dataKey(), bytes));
            }
        }
    }

    @Test
    void theDoorsOfValuesAndOfSeedsUnderProofOpenNothingOfEachOther() {
        Where proof = underProof();
        var seed = doors.underProof().seal(proof, Plaintext.owning(CONTENT.clone()));
        var value = sealed(here);
        assertThat(doors.underProof().open(proof, seed).reveal()).isEqualTo(CONTENT);

        unopenable(() -> doors.underProof().open(proof, value));
        unopenable(() -> doors.values().open(here, seed, released(here)));
        misused(() -> doors.values().open(proof, seed, released(proof)));
        misused(() -> doors.values().seal(proof, Plaintext.owning(CONTENT.clone())));
        misused(() -> doors.underProof().open(here, value));
        misused(() -> doors.underProof().seal(here, Plaintext.owning(CONTENT.clone())));
    }

    @Test
    void aProvedSeedBecomesAValueOfItsFieldAndOfNoOther() {
        Where proof = underProof();
        var seed = doors.underProof().seal(proof, Plaintext.owning(CONTENT.clone()));
        var promoted = doors.underProof().promote(proof, seed, here);

        assertThat(opened(here, promoted)).isEqualTo(CONTENT);
        assertThat(promoted.dataKey()).isNotEqualTo(seed.dataKey());
        unopenable(() -> doors.underProof().open(proof, promoted));
        misused(() -> doors.underProof().promote(here, promoted, here));
        misused(() -> doors.underProof().promote(proof, seed, proof));
        for (Where elsewhere : List.of(
                new Where(UUID.randomUUID(), here.field(), here.value(), Content.SEED),
                new Where(here.secret(), UUID.randomUUID(), here.value(), Content.SEED),
                new Where(here.secret(), here.field(), here.value(), Content.FIELD))) {
            misused(() -> doors.underProof().promote(proof, seed, elsewhere));
        }
        unopenable(() -> doors.underProof().promote(proof, sealed(here), here));
    }

    private Where underProof() {
        return new Where(here.secret(), here.field(), UUID.randomUUID(), Content.SEED_UNDER_PROOF);
    }

    private Values.Sealed sealed(Where where) {
        return doors.values().seal(where, Plaintext.owning(CONTENT.clone()));
    }

    private byte[] opened(Where where, Values.Sealed sealed) {
        return doors.values().open(where, sealed, released(where)).reveal();
    }

    private void refused(Where where, Values.Sealed sealed) {
        assertThatThrownBy(() -> doors.values().open(where, sealed, released(where)))
                .isInstanceOfSatisfying(
                        Unopenable.class, e -> assertThat(e.why()).isEqualTo(Unopenable.Why.ALTERED));
    }

    private static void unopenable(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(Unopenable.class);
    }

    private static void misused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
