// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {
    private static final int SIZE = 130;

    private static final List<byte[]> ENTRIES = NaiveTree.entries(SIZE);
    private static final StoredTree TREE = StoredTree.of(ENTRIES);

    @ParameterizedTest
    @MethodSource("vectors")
    void theVectorsHaveTheirVerdicts(Vectors.Vector vector) {
        if (vector.isFine()) {
            assertThatCode(() -> verify(vector)).doesNotThrowAnyException();
        } else {
            Unproven refusal = catchThrowableOfType(Unproven.class, () -> verify(vector));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(vector.get("expect"));
        }
    }

    static List<Vectors.Vector> vectors() {
        return Vectors.read("merkle-proofs.txt");
    }

    private static void verify(Vectors.Vector vector) {
        if (vector.get("kind").equals("inclusion")) {
            Hash leaf = Hash.fromBase64(vector.get("leaf"));
            long index = Long.parseLong(vector.get("index"));
            Proofs.verifyInclusion(leaf, index, vector.hashes("proof"), head(vector, "size", "root"));
        } else {
            TreeHead older = head(vector, "older", "older-root");
            Proofs.verifyConsistency(older, head(vector, "newer", "newer-root"), vector.hashes("proof"));
        }
    }

    private static TreeHead head(Vectors.Vector vector, String size, String root) {
        return new TreeHead(Long.parseLong(vector.get(size)), Hash.fromBase64(vector.get(root)));
    }

    @Test
    void everyLeafOfEverySmallTreeHasTheProofOfTheDefinition() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHead head = TREE.head(size);
            NodeReader nodes = TREE.nodes(size);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = Proofs.inclusion(index, size, nodes);
                if (size <= 40 || index % 13 == 0 || index == size - 1) {
                    assertThat(proof).isEqualTo(NaiveTree.path(index, ENTRIES.subList(0, size)));
                }
                Proofs.verifyInclusion(TREE.leaf(index), index, proof, head);
            }
        }
    }

    @Test
    void everyPairOfSmallTreesHasTheProofOfTheDefinition() {
        for (int newer = 1; newer <= SIZE; newer++) {
            TreeHead head = TREE.head(newer);
            NodeReader nodes = TREE.nodes(newer);
            for (int older = 1; older <= newer; older++) {
                List<Hash> proof = Proofs.consistency(older, newer, nodes);
                if (newer <= 40 || older % 13 == 0 || older == newer - 1) {
                    assertThat(proof).isEqualTo(NaiveTree.proof(older, ENTRIES.subList(0, newer)));
                }
                Proofs.verifyConsistency(TREE.head(older), head, proof);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 65_535, 65_536, 65_537, 70_000})
    void treesOfSeveralTilesHaveProofsToo(int size) {
        StoredTree tree = StoredTree.of(NaiveTree.entries(size));
        TreeHead head = tree.frontier().head();
        NodeReader nodes = tree.nodes(size);
        for (int index : new int[] {0, 1, 254, size / 2, size - 2, size - 1}) {
            Proofs.verifyInclusion(tree.leaf(index), index, Proofs.inclusion(index, size, nodes), head);
        }
        for (int older : new int[] {1, 2, 3, 128, 255, size / 2, size - 1, size}) {
            Proofs.verifyConsistency(tree.head(older), head, Proofs.consistency(older, size, nodes));
        }
    }

    @Test
    void noChangedInclusionProofPasses() {
        for (int size : new int[] {1, 2, 3, 7, 8, 9, 64, 65, 130}) {
            NodeReader nodes = TREE.nodes(size);
            for (int index = 0; index < size; index += 1 + size / 9) {
                List<Hash> proof = Proofs.inclusion(index, size, nodes);
                Hash leaf = TREE.leaf(index);
                long at = index;
                TreeHead head = TREE.head(size);
                for (List<Hash> changed : mutations(proof)) {
                    assertRefused(() -> Proofs.verifyInclusion(leaf, at, changed, head));
                }
                for (Hash other : flips(leaf)) {
                    assertRefused(() -> Proofs.verifyInclusion(other, at, proof, head));
                }
                for (Hash other : flips(head.root())) {
                    assertRefused(() -> Proofs.verifyInclusion(leaf, at, proof, new TreeHead(head.size(), other)));
                }
            }
        }
    }

    @Test
    void noLeafPassesAtAnotherIndex() {
        for (int size = 1; size <= 40; size++) {
            TreeHead head = TREE.head(size);
            NodeReader nodes = TREE.nodes(size);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = Proofs.inclusion(index, size, nodes);
                Hash leaf = TREE.leaf(index);
                for (long other = -2; other <= 2 * size; other++) {
                    long at = other;
                    if (other != index) {
                        assertRefused(() -> Proofs.verifyInclusion(leaf, at, proof, head));
                    }
                }
            }
        }
    }

    /**
     * A size is pinned by the checkpoint's signature, not by the proof: one proof may fit several sizes whose paths run
     * alike. What must hold is that its length is right for the size that is claimed.
     */
    @Test
    void aProofOfTheWrongLengthForTheSizeIsRefused() {
        List<Hash> proof = Proofs.inclusion(3, 8, TREE.nodes(8));
        for (long size : new long[] {4, 9, 16, 17, 1L << 40, Long.MAX_VALUE}) {
            TreeHead other = new TreeHead(size, TREE.head(8).root());
            assertRefused(() -> Proofs.verifyInclusion(TREE.leaf(3), 3, proof, other));
        }
    }

    @Test
    void noChangedConsistencyProofPasses() {
        for (int newer : new int[] {2, 3, 7, 8, 9, 64, 65, 130}) {
            for (int older = 1; older < newer; older += 1 + newer / 9) {
                TreeHead from = TREE.head(older);
                TreeHead to = TREE.head(newer);
                List<Hash> proof = Proofs.consistency(older, newer, TREE.nodes(newer));
                for (List<Hash> changed : mutations(proof)) {
                    assertRefused(() -> Proofs.verifyConsistency(from, to, changed));
                }
                for (Hash other : flips(from.root())) {
                    assertRefused(() -> Proofs.verifyConsistency(new TreeHead(from.size(), other), to, proof));
                }
                for (Hash other : flips(to.root())) {
                    assertRefused(() -> Proofs.verifyConsistency(from, new TreeHead(to.size(), other), proof));
                }
                assertRefused(() -> Proofs.verifyConsistency(to, from, proof));
            }
        }
    }

    @Test
    void anOlderTreeDoesNotPassUnderAnotherSize() {
        for (int newer = 2; newer <= 40; newer++) {
            TreeHead to = TREE.head(newer);
            for (int older = 1; older < newer; older++) {
                List<Hash> proof = Proofs.consistency(older, newer, TREE.nodes(newer));
                Hash root = TREE.head(older).root();
                for (int other = 1; other <= newer + 1; other++) {
                    TreeHead from = new TreeHead(other, root);
                    if (other != older) {
                        assertRefused(() -> Proofs.verifyConsistency(from, to, proof));
                    }
                }
            }
        }
    }

    @Test
    void nothingIsProvedFromTheEmptyTreeOrBeyondTheEnd() {
        NodeReader nodes = TREE.nodes(5);
        TreeHead head = TREE.head(5);

        assertRefused(() -> Proofs.consistency(0, 5, nodes));
        assertRefused(() -> Proofs.consistency(6, 5, nodes));
        assertRefused(() -> Proofs.inclusion(5, 5, nodes));
        assertRefused(() -> Proofs.inclusion(-1, 5, nodes));
        assertRefused(() -> Proofs.verifyConsistency(TreeHead.EMPTY, head, List.of()));
        assertRefused(() -> Proofs.verifyConsistency(TreeHead.EMPTY, TreeHead.EMPTY, List.of()));
        assertRefused(() -> Proofs.verifyInclusion(TREE.leaf(0), 0, List.of(), TreeHead.EMPTY));
    }

    private static void assertRefused(Runnable verification) {
        assertThatThrownBy(verification::run).isInstanceOf(Unproven.class);
    }

    /** Every hash flipped in several bits, dropped, doubled and swapped with each other one, and strangers put in between. */
    private static Set<List<Hash>> mutations(List<Hash> proof) {
        Set<List<Hash>> mutations = new HashSet<>();
        for (int i = 0; i <= proof.size(); i++) {
            mutations.add(with(proof, i, Hash.EMPTY_TREE));
            mutations.add(with(proof, i, proof.isEmpty() ? TREE.leaf(1) : proof.get(i % proof.size())));
            for (int j = i + 1; j < proof.size(); j++) {
                List<Hash> swapped = new ArrayList<>(proof);
                Collections.swap(swapped, i, j);
                mutations.add(swapped);
            }
        }
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> dropped = new ArrayList<>(proof);
            Hash hash = dropped.remove(i);
            mutations.add(dropped);
            for (Hash flipped : flips(hash)) {
                mutations.add(with(dropped, i, flipped));
            }
        }
        mutations.remove(proof);
        return mutations;
    }

    private static List<Hash> with(List<Hash> proof, int at, Hash hash) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(at, hash);
        return longer;
    }

    private static List<Hash> flips(Hash hash) {
        List<Hash> flips = new ArrayList<>();
        for (int bit : new int[] {0, 7, 8, 100, 254, 255}) {
            byte[] bytes = hash.bytes();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            flips.add(Hash.of(bytes));
        }
        return flips;
    }
}
