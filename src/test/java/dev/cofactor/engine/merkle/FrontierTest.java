// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537})
    void theRootIsTheOneOfTheDefinition(int size) {
        List<byte[]> entries = NaiveTree.entries(size);
        StoredTree tree = StoredTree.of(entries);

        assertThat(tree.frontier().size()).isEqualTo(size);
        assertThat(tree.frontier().root().bytes()).isEqualTo(NaiveTree.root(entries));
        assertThat(Frontier.at(size, tree.nodes(size)).bytes())
                .isEqualTo(tree.frontier().bytes());
    }

    @Test
    void batchesOfAnySizeLeadToTheSameFrontier() {
        List<byte[]> entries = NaiveTree.entries(1000);
        Random random = new Random(7);
        StoredTree tree = new StoredTree();
        for (int at = 0; at < entries.size(); ) {
            int end = Math.min(entries.size(), at + random.nextInt(40));
            tree.append(entries.subList(at, end));
            at = end;
        }
        Frontier single = Frontier.EMPTY;
        for (byte[] entry : entries) {
            single = single.append(Hash.ofLeaf(entry)).frontier();
        }

        assertThat(tree.frontier().bytes()).isEqualTo(single.bytes());
    }

    @Test
    void everyCompletedNodeIsToldOnceAndIsTheRootOfItsLeaves() {
        List<byte[]> entries = NaiveTree.entries(77);
        var completed = Frontier.EMPTY
                .appendAll(entries.stream().map(Hash::ofLeaf).toList())
                .completed();

        assertThat(completed).doesNotHaveDuplicates().hasSize(77 / 2 + 77 / 4 + 77 / 8 + 77 / 16 + 77 / 32 + 77 / 64);
        for (Frontier.Node node : completed) {
            int from = (int) node.index() << node.level();
            byte[] root = NaiveTree.root(entries.subList(from, from + (1 << node.level())));
            assertThat(node.hash().bytes()).isEqualTo(root);
        }
    }

    @Test
    void appendingChangesNothingInHand() {
        Frontier before = StoredTree.of(NaiveTree.entries(3)).frontier();
        byte[] bytes = before.bytes();
        before.append(Hash.EMPTY_TREE);

        assertThat(before.bytes()).isEqualTo(bytes);
    }

    @Test
    void itCanBeKeptAndReadAgain() {
        for (int size = 0; size <= 130; size++) {
            Frontier frontier = StoredTree.of(NaiveTree.entries(size)).frontier();
            Frontier read = Frontier.parse(frontier.bytes());

            assertThat(read.head()).isEqualTo(frontier.head());
            assertThat(read.append(Hash.EMPTY_TREE).frontier().root())
                    .isEqualTo(frontier.append(Hash.EMPTY_TREE).frontier().root());
        }
    }

    @Test
    void otherBytesAreRefused() {
        byte[] seven = StoredTree.of(NaiveTree.entries(7)).frontier().bytes();

        assertRefused(new byte[0]);
        assertRefused(new byte[7]);
        assertRefused(ByteBuffer.allocate(seven.length - 1)
                .put(seven, 0, seven.length - 1)
                .array());
        assertRefused(ByteBuffer.allocate(seven.length + 1).put(seven).array());
        assertRefused(ByteBuffer.allocate(seven.length).put(seven).putLong(0, 8).array());
        assertRefused(ByteBuffer.allocate(8).putLong(-1).array());
        assertRefused(ByteBuffer.allocate(8 + 32).putLong(Long.MIN_VALUE).array());
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> Frontier.parse(bytes)).isInstanceOf(Unproven.class);
    }

    /** Ten thousand appends a second are needed; this is a hundred thousand, and takes a fraction of one. */
    @Test
    void itIsFastEnoughByFar() {
        List<Hash> batch = NaiveTree.entries(256).stream().map(Hash::ofLeaf).toList();
        Frontier frontier = Frontier.EMPTY;
        long start = System.nanoTime();
        for (int i = 0; i < 400; i++) {
            frontier = Frontier.parse(frontier.bytes()).appendAll(batch).frontier();
            frontier.root();
        }
        long perSecond = frontier.size() * 1_000_000_000L / (System.nanoTime() - start);

        assertThat(perSecond).isGreaterThan(20_000);
    }
}
