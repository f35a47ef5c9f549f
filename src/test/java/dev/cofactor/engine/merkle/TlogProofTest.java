// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlogProofTest {
    private static final String ORIGIN = "log.example/cofactor";
    // The first seed of RFC 8032, 7.1; the same key as in the vectors.
    private static final NoteVerifier KEY =
            NoteVerifier.parse("log.example/cofactor+63032827+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    private static final NoteSigner LOG = NoteSigner.restore(
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"), KEY);

    private static final int SIZE = 300;
    private static final StoredTree TREE = StoredTree.of(NaiveTree.entries(SIZE));
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, TREE.head(SIZE));

    @ParameterizedTest
    @MethodSource("receipts")
    void theReceiptsHaveTheirVerdicts(Vectors.Vector vector) {
        Hash leaf = Hash.ofLeaf(HexFormat.of().parseHex(vector.get("leaf")));
        byte[] text = vector.bytes("receipt");
        if (vector.isFine()) {
            TlogProof receipt = TlogProof.parse(text);
            assertThat(receipt.text()).isEqualTo(new String(text, StandardCharsets.UTF_8));
            assertThat(receipt.verify(leaf, ORIGIN, List.of(KEY)).origin()).isEqualTo(ORIGIN);
        } else {
            Unproven refusal = catchThrowableOfType(Unproven.class, () -> verify(text, leaf));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(vector.get("expect"));
        }
    }

    static List<Vectors.Vector> receipts() {
        return Vectors.read("merkle-receipts.txt");
    }

    @Test
    void aReceiptForEveryEntryVerifiesWithoutTheLog() {
        Note signed = CHECKPOINT.sign(LOG);
        NodeReader nodes = TREE.nodes(SIZE);
        for (int index = 0; index < SIZE; index += 23) {
            byte[] text = utf8(TlogProof.of(index, Proofs.inclusion(index, SIZE, nodes), signed)
                    .withExtra(new byte[] {(byte) index})
                    .text());

            TlogProof read = TlogProof.parse(text);

            assertThat(read.index()).isEqualTo(index);
            assertThat(read.extra())
                    .hasValueSatisfying(extra -> assertThat(extra).hasSize(1));
            assertThat(read.verify(TREE.leaf(index), ORIGIN, List.of(KEY))).isEqualTo(CHECKPOINT);
        }
    }

    @Test
    void aReceiptWithoutExtraHasNone() {
        assertThat(receipt(0).extra()).isEmpty();
        assertThatThrownBy(() -> receipt(0).withExtra(new byte[0])).isInstanceOf(Unproven.class);
    }

    @Test
    void onlyTheExpectedLogAndKeyCount() {
        TlogProof receipt = receipt(17);
        NoteVerifier impostor = NoteSigner.generate(ORIGIN).verifier();

        assertThatThrownBy(() -> receipt.verify(TREE.leaf(17), "log.example/other", List.of(KEY)))
                .isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> receipt.verify(TREE.leaf(17), ORIGIN, List.of(impostor)))
                .isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> receipt.verify(TREE.leaf(18), ORIGIN, List.of(KEY)))
                .isInstanceOf(Unproven.class);
    }

    /** Every bit of the whole receipt: none of it can change, index and hashes and checkpoint and the form itself. */
    @Test
    void noChangedReceiptVerifies() {
        byte[] text = utf8(receipt(17).text());
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] changed = text.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> verify(changed, TREE.leaf(17))).isInstanceOf(Unproven.class);
        }
    }

    @Test
    void noReceiptWithALineLessOrMoreOrElsewhereVerifies() {
        List<String> lines = List.of(receipt(17).text().split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            List<String> dropped = new ArrayList<>(lines);
            dropped.remove(i);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            // A signature line twice says nothing new.
            if (!lines.get(i).startsWith("—")) {
                assertRefused(doubled);
            }
            assertRefused(dropped);
            for (int j = i + 1; j < lines.size(); j++) {
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, j);
                if (!swapped.equals(lines)) {
                    assertRefused(swapped);
                }
            }
        }
    }

    private static void assertRefused(List<String> lines) {
        byte[] text = utf8(String.join("\n", lines));
        assertThatThrownBy(() -> verify(text, TREE.leaf(17))).isInstanceOf(Unproven.class);
    }

    private static TlogProof receipt(int index) {
        return TlogProof.of(index, Proofs.inclusion(index, SIZE, TREE.nodes(SIZE)), CHECKPOINT.sign(LOG));
    }

    private static Checkpoint verify(byte[] text, Hash leaf) {
        return TlogProof.parse(text).verify(leaf, ORIGIN, List.of(KEY));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
