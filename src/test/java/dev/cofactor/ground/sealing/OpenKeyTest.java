// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenKeyTest {
    private static final UUID INSTALLATION = UUID.fromString("2b1e6d3c-0f7a-4b51-9d0e-5c8f3a2b7d10");
    private static final UUID KEY = UUID.fromString("7f0c2f0e-9a55-4a3c-8f38-1f0f6f1b2c3d");
    private static final UUID EVENT = UUID.fromString("019aa3f0-6f00-7abc-8def-0123456789ab");
    private static final UUID OTHER = UUID.fromString("019aa3f0-6f00-7abc-8def-0123456789ac");
    private static final Context HERE = Context.ofLogBody(INSTALLATION, KEY, EVENT);
    private static final byte[] BODY = "a body with a reason in it".getBytes(UTF_8);

    private final byte[] bytes = chance();
    private final OpenKey key = new OpenKey(Plaintext.owning(bytes));

    @Test
    void whatWasSealedOpensInItsPlace() {
        assertThat(key.open(HERE, key.seal(HERE, BODY))).isEqualTo(BODY);
        assertThat(key.open(HERE, key.seal(HERE, new byte[0]))).isEmpty();
        assertThat(key.seal(HERE, BODY)).hasSize(BODY.length + OpenKey.OVERHEAD).isNotEqualTo(key.seal(HERE, BODY));
    }

    @Test
    void inNoOtherPlaceItOpens() {
        byte[] sealed = key.seal(HERE, BODY);
        refused(key, Context.ofLogBody(INSTALLATION, KEY, OTHER), sealed);
        refused(key, Context.ofLogBody(INSTALLATION, OTHER, EVENT), sealed);
        refused(key, Context.ofLogBody(OTHER, KEY, EVENT), sealed);
        refused(key, Context.ofTag(INSTALLATION, 1, EVENT, 0), sealed);
        refused(new OpenKey(Plaintext.owning(chance())), HERE, sealed);
    }

    @Test
    void anyBitFlippedIsRefused() {
        byte[] sealed = key.seal(HERE, BODY);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused(key, HERE, flipped);
        }
    }

    @Test
    void anyLengthButItsOwnIsRefused() {
        byte[] sealed = key.seal(HERE, BODY);
        for (int length = 0; length < sealed.length + 3; length++) {
            if (length != sealed.length) {
                refused(key, HERE, Arrays.copyOf(sealed, length));
            }
        }
    }

    @Test
    void aCiphertextWithAnothersCommitmentIsRefused() {
        Context there = Context.ofLogBody(INSTALLATION, KEY, OTHER);
        byte[] sealed = key.seal(HERE, BODY);
        byte[] moved = key.seal(there, BODY);
        System.arraycopy(sealed, 33, moved, 33, sealed.length - 33);
        refused(key, there, moved);
    }

    @Test
    void aWrappedKeyOpensUnderItsOwnNameAlone() {
        var root = RootKey.Held.of(Plaintext.owning(chance()));
        var name = new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_BODY, "2026-11", 1);
        byte[] wrapped = root.wrap(name, Plaintext.owning(bytes.clone()));
        try (Plaintext opened = root.unwrap(name, wrapped)) {
            assertThat(opened.reveal()).isEqualTo(bytes);
        }
        for (var other : Set.of(
                new RootKey.KeyName(OTHER, KEY, Purpose.LOG_BODY, "2026-11", 1),
                new RootKey.KeyName(INSTALLATION, OTHER, Purpose.LOG_BODY, "2026-11", 1),
                new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_TAG, "2026-11", 1),
                new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_BODY, "2026-12", 1),
                new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_BODY, "2026-11", 2))) {
            assertThatThrownBy(() -> root.unwrap(other, wrapped)).isInstanceOf(Unopenable.class);
        }
    }

    @Test
    void noTwoContextsAreTheSameBytes() {
        var seen = new HashSet<String>();
        for (Context context : new Context[] {
            Context.ofRoot(),
            HERE,
            Context.ofTag(INSTALLATION, 1, EVENT, 1),
            Context.ofTag(INSTALLATION, 1, EVENT, 256),
            Context.ofAddress(INSTALLATION, new byte[4]),
            Context.ofAddress(INSTALLATION, new byte[16]),
            Context.ofKey(new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_TAG, "ab", 1)),
            Context.ofKey(new RootKey.KeyName(INSTALLATION, KEY, Purpose.LOG_TAG, "a", 1)),
        }) {
            assertThat(seen.add(Arrays.toString(context.bytes()))).isTrue();
        }
    }

    @Test
    void aKeyOfAnotherLengthIsNone() {
        assertThatThrownBy(() -> new OpenKey(Plaintext.owning(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBatchIsSealedInNoTime() {
        byte[] body = new byte[600];
        long fastest =
                IntStream.range(0, 200).mapToLong(round -> batch(body)).min().orElseThrow();
        assertThat(fastest).as("nanoseconds for 256 bodies").isLessThan(2_000_000);
    }

    private long batch(byte[] body) {
        long before = System.nanoTime();
        for (int i = 0; i < 256; i++) {
            key.seal(Context.ofLogBody(INSTALLATION, KEY, EVENT), body);
        }
        return System.nanoTime() - before;
    }

    private static void refused(OpenKey key, Context context, byte[] sealed) {
        assertThatThrownBy(() -> key.open(context, sealed))
                .isInstanceOfSatisfying(
                        Unopenable.class, e -> assertThat(e.why()).isEqualTo(Unopenable.Why.ALTERED));
    }

    private static byte[] chance() {
        byte[] bytes = new byte[OpenKey.KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
