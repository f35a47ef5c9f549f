// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.sealing.Tags.Addresses;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors, read by the room and by a second implementation: both must come to the verdict in the file. */
class FormatsTest {
    @ParameterizedTest
    @MethodSource("rootKeys")
    void theRootKeysHaveTheirFingerprints(SealingVectors.Vector vector) throws Exception {
        byte[] key = vector.hex("key");
        assertThat(RootKey.Held.of(Plaintext.owning(key)).fingerprint())
                .isEqualTo(vector.get("fingerprint"))
                .isEqualTo(HexFormat.of().formatHex(SecondImplementation.fingerprint(key)));
    }

    static List<SealingVectors.Vector> rootKeys() {
        return SealingVectors.read("sealing-root-keys.txt").stream()
                .filter(SealingVectors.Vector::isFine)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("wrappedKeys")
    void theWrappedKeysHaveTheirVerdicts(SealingVectors.Vector vector) throws Exception {
        Purpose purpose =
                Purpose.valueOf(vector.get("purpose").replace('-', '_').toUpperCase(Locale.ROOT));
        var name = new RootKey.KeyName(
                vector.id("installation"),
                vector.id("key-id"),
                purpose,
                vector.get("label"),
                Integer.parseInt(vector.get("version")));
        byte[] context = SecondImplementation.context(
                "cofactor/wrapped-key/v1", name.installation(), purpose.word, name.label(), name.id(), name.version());
        check(vector, "root-key", Context.ofKey(name), context, "wrapped", "key");
    }

    static List<SealingVectors.Vector> wrappedKeys() {
        return SealingVectors.read("sealing-wrapped-keys.txt");
    }

    @ParameterizedTest
    @MethodSource("logBodies")
    void theLogBodiesHaveTheirVerdicts(SealingVectors.Vector vector) throws Exception {
        UUID installation = vector.id("installation");
        UUID key = vector.id("key-id");
        UUID event = vector.id("event");
        byte[] context = SecondImplementation.context("cofactor/log-body/v1", installation, key, event);
        check(vector, "key", Context.ofLogBody(installation, key, event), context, "sealed", "body");
    }

    static List<SealingVectors.Vector> logBodies() {
        return SealingVectors.read("sealing-log-bodies.txt");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void theTagsAreTheSameInBoth(SealingVectors.Vector vector) throws Exception {
        UUID installation = vector.id("installation");
        OpenKey key = new OpenKey(Plaintext.owning(vector.hex("key")));
        Context context;
        byte[] second;
        if (!vector.has("address")) {
            long sequence = Long.parseLong(vector.get("sequence"));
            int epoch = Integer.parseInt(vector.get("epoch"));
            context = Context.ofTag(installation, epoch, vector.id("subject"), sequence);
            second = SecondImplementation.context(
                    "cofactor/log-tag/v1", installation, epoch, vector.id("subject"), sequence);
        } else {
            byte[] address = InetAddress.getByName(vector.get("address")).getAddress();
            context = Context.ofAddress(installation, Addresses.plain(address));
            second = SecondImplementation.context("cofactor/address/v1", installation, address);
        }
        assertThat(key.tag(context))
                .isEqualTo(vector.hex("tag"))
                .isEqualTo(SecondImplementation.tag(vector.hex("key"), second));
    }

    static List<SealingVectors.Vector> tags() {
        return SealingVectors.read("sealing-tags.txt");
    }

    @Test
    void eachImplementationOpensWhatTheOtherSealed() throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        UUID id = UUID.fromString("019aa3f0-6f00-7abc-8def-0123456789ab");
        Context here = Context.ofLogBody(id, id, id);
        byte[] context = SecondImplementation.context("cofactor/log-body/v1", id, id, id);
        OpenKey room = new OpenKey(Plaintext.owning(key.clone()));
        for (int length = 0; length < 100; length++) {
            byte[] content = new byte[length];
            byte[] sealed = SecondImplementation.seal(key, context, new byte[24], content);
            assertThat(room.open(here, sealed)).isEqualTo(content);
            assertThat(SecondImplementation.open(key, context, room.seal(here, content)))
                    .isEqualTo(content);
        }
    }

    @Test
    void theSecondImplementationKnowsThePublishedVectorsOfXaes() throws Exception {
        assertThat(xaes(1, "")).isEqualTo("ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271");
        assertThat(xaes(3, "c2sp.org/XAES-256-GCM"))
                .isEqualTo("986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d");
    }

    private static String xaes(int keyByte, String associated) throws GeneralSecurityException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) keyByte);
        byte[] nonce = "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(UTF_8);
        return HexFormat.of()
                .formatHex(SecondImplementation.xaes(
                        Cipher.ENCRYPT_MODE, key, nonce, associated.getBytes(UTF_8), "XAES-256-GCM".getBytes(UTF_8)));
    }

    private static void check(
            SealingVectors.Vector vector, String key, Context here, byte[] context, String sealed, String content)
            throws GeneralSecurityException {
        OpenKey room = new OpenKey(Plaintext.owning(vector.hex(key)));
        assertThat(here.bytes()).isEqualTo(context);
        if (vector.isFine()) {
            assertThat(room.open(here, vector.hex(sealed))).isEqualTo(vector.hex(content));
            assertThat(SecondImplementation.open(vector.hex(key), context, vector.hex(sealed)))
                    .isEqualTo(vector.hex(content));
        } else {
            assertThatThrownBy(() -> room.open(here, vector.hex(sealed))).isInstanceOf(Unopenable.class);
            assertThatThrownBy(() -> SecondImplementation.open(vector.hex(key), context, vector.hex(sealed)))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
