// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Where.Content;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of values, fingerprints and rows, read by the room and by the second implementation. */
class ValueFormatsTest {
    @ParameterizedTest
    @MethodSource("values")
    void theValuesHaveTheirVerdicts(SealingVectors.Vector vector) throws Exception {
        UUID installation = vector.id("installation");
        Where where = where(vector);
        Object[] place = {installation, where.secret(), where.field(), where.value(), vector.get("content")};
        byte[] outer = SecondImplementation.context("cofactor/data-key/v1", with(place, vector.id("key-id")));
        byte[] inner = SecondImplementation.context("cofactor/value/v1", place);

        assertThat(Context.ofDataKey(installation, where, vector.id("key-id")).bytes())
                .isEqualTo(outer);
        assertThat(Context.ofValue(installation, where).bytes()).isEqualTo(inner);
        if (vector.isFine()) {
            assertThat(room(vector, where)).isEqualTo(vector.hex("opened"));
            assertThat(second(vector, outer, inner)).isEqualTo(vector.hex("opened"));
        } else {
            assertThatThrownBy(() -> room(vector, where)).isInstanceOf(Unopenable.class);
            assertThatThrownBy(() -> second(vector, outer, inner)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    static List<SealingVectors.Vector> values() {
        return SealingVectors.read("sealing-values.txt");
    }

    @ParameterizedTest
    @MethodSource("fingerprintsAndRows")
    void theFingerprintsAndCodesAreTheSameInBoth(SealingVectors.Vector vector) throws Exception {
        OpenKey key = new OpenKey(Plaintext.owning(vector.hex("key")));
        if (vector.has("seed")) {
            byte[] seed = vector.hex("seed");
            byte[] context = SecondImplementation.context("cofactor/fingerprint/v1", vector.id("installation"), seed);
            assertThat(key.tag(Context.ofSeed(vector.id("installation")), Plaintext.owning(seed)))
                    .isEqualTo(vector.hex("tag"))
                    .isEqualTo(SecondImplementation.tag(vector.hex("key"), context));
            return;
        }
        List<byte[]> columns = columns(vector.get("columns"));
        UUID id = vector.id("key-id");
        Object[] row = {vector.id("installation"), id, vector.get("table"), vector.id("row")};
        byte[] context = SecondImplementation.context("cofactor/row/v1", with(row, columns.toArray()));
        assertThat(RowMacs.of(
                        new Keyring.InUse(id, key),
                        Context.ofRow(vector.id("installation"), id, vector.get("table"), vector.id("row"), columns)))
                .isEqualTo(vector.hex("tag"))
                .isEqualTo(ByteBuffer.allocate(48)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(SecondImplementation.tag(vector.hex("key"), context))
                        .array());
    }

    static List<SealingVectors.Vector> fingerprintsAndRows() {
        return SealingVectors.read("sealing-fingerprints-and-rows.txt");
    }

    private static byte[] room(SealingVectors.Vector vector, Where where) {
        OpenKey outer = new OpenKey(Plaintext.owning(vector.hex("key")));
        Context there = Context.ofDataKey(vector.id("installation"), where, vector.id("key-id"));
        OpenKey inner = new OpenKey(Plaintext.owning(outer.open(there, vector.hex("data-key"))));
        return inner.open(Context.ofValue(vector.id("installation"), where), vector.hex("bytes"));
    }

    private static byte[] second(SealingVectors.Vector vector, byte[] outer, byte[] inner)
            throws GeneralSecurityException {
        byte[] dataKey = SecondImplementation.open(vector.hex("key"), outer, vector.hex("data-key"));
        return SecondImplementation.open(dataKey, inner, vector.hex("bytes"));
    }

    private static Where where(SealingVectors.Vector vector) {
        Content content = Arrays.stream(Content.values())
                .filter(one -> one.word().equals(vector.get("content")))
                .findFirst()
                .orElseThrow();
        return new Where(vector.id("secret"), vector.id("field"), vector.id("value"), content);
    }

    private static List<byte[]> columns(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(HexFormat.of()::parseHex)
                        .toList();
    }

    private static Object[] with(Object[] fields, Object... more) {
        Object[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
