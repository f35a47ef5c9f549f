// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    @Test
    void theEmptyTreeIsTheHashOfNothing() {
        assertThat(Hash.EMPTY_TREE.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aLeafIsHashedAfterAZeroByte() {
        assertThat(Hash.ofLeaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.ofLeaf("L123456".getBytes(StandardCharsets.UTF_8)).hex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void aNodeDoesNotPassForALeafAndHasASideEach() {
        Hash left = Hash.ofLeaf(new byte[] {1});
        Hash right = Hash.ofLeaf(new byte[] {2});
        byte[] both = HexFormat.of().parseHex(left.hex() + right.hex());

        assertThat(Hash.ofNode(left, right)).isNotEqualTo(Hash.ofLeaf(both)).isNotEqualTo(Hash.ofNode(right, left));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void theFrontierHasTheRootsOfTheReferenceTrees(Vectors.Vector vector) {
        List<Hash> leaves = Stream.of(vector.get("leaves").split(" "))
                .filter(leaf -> !leaf.isEmpty())
                .map(leaf -> HexFormat.of().parseHex(leaf.equals("-") ? "" : leaf))
                .map(Hash::ofLeaf)
                .toList();

        assertThat(Frontier.EMPTY.appendAll(leaves).frontier().root().hex()).isEqualTo(vector.get("root"));
    }

    static List<Vectors.Vector> roots() {
        return Vectors.read("merkle-roots.txt");
    }

    @Test
    void aHashHasOneSpellingAsBase64AndAsHex() {
        Hash hash = Hash.ofLeaf(new byte[] {3});

        assertThat(Hash.fromBase64(hash.base64())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(Hash.fromHex(hash.hex())).isEqualTo(hash);
        assertThat(Hash.of(hash.bytes())).isEqualTo(hash).hasToString(hash.base64());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==",
                " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void anotherSpellingIsRefused(String text) {
        assertThatThrownBy(() -> Hash.fromBase64(text)).isInstanceOf(Unproven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e3",
                "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85500"
            })
    void otherHexadecimalIsRefused(String text) {
        assertThatThrownBy(() -> Hash.fromHex(text)).isInstanceOf(Unproven.class);
    }

    @Test
    void nobodyCanChangeAHashFromOutside() {
        byte[] bytes = new byte[Hash.SIZE];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.SIZE]));
    }

    @Test
    void theEmptyTreeHasNoOtherRoot() {
        assertThatThrownBy(() -> new TreeHead(0, Hash.ofLeaf(new byte[0]))).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> new TreeHead(-1, Hash.EMPTY_TREE)).isInstanceOf(Unproven.class);
    }
}
