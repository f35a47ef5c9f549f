// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @MethodSource("paths")
    void thePathsHaveTheirVerdicts(Vectors.Vector vector) {
        String text = vector.get("path");
        if (!vector.isFine()) {
            assertThatThrownBy(() -> TilePath.parse(text)).isInstanceOf(Unproven.class);
            return;
        }
        String level = vector.get("level");
        TilePath path = new TilePath(
                level.equals("entries") ? TilePath.ENTRIES : Integer.parseInt(level),
                Long.parseLong(vector.get("index")),
                Integer.parseInt(vector.get("width")));
        assertThat(TilePath.parse(text)).isEqualTo(path).hasToString(text);
    }

    static List<Vectors.Vector> paths() {
        return Vectors.read("merkle-tile-paths.txt");
    }

    /** The example that the specification works through. */
    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        List<TilePath> paths = TilePath.grown(0, 70_000);

        assertThat(full(paths, 0)).hasSize(273);
        assertThat(full(paths, 1)).hasSize(1);
        assertThat(paths.stream().filter(path -> !path.full()).map(TilePath::text))
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    private static List<TilePath> full(List<TilePath> paths, int level) {
        return paths.stream()
                .filter(path -> path.level() == level && path.full())
                .toList();
    }

    @Test
    void aTreeOfTwoHundredFiftySixHasOneFullTileAndOneHash() {
        assertThat(TilePath.grown(0, 256).stream().map(TilePath::text)).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(TilePath.grown(0, 0)).isEmpty();
        assertThat(TilePath.grown(256, 256)).isEmpty();
        assertThat(TilePath.grown(255, 257).stream().map(TilePath::text))
                .containsExactly("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1");
    }

    /** Whoever publishes step by step must have published what whoever starts afresh expects. */
    @Test
    void whatGrowsStepByStepIsWhatTheWholeTreeHas() {
        Map<String, Integer> widths = new HashMap<>();
        int[] sizes = {0, 1, 2, 200, 255, 256, 257, 512, 513, 1000, 65_535, 65_536, 65_537, 70_000};
        for (int i = 1; i < sizes.length; i++) {
            TilePath.grown(sizes[i - 1], sizes[i]).forEach(path -> widths.merge(place(path), path.width(), Math::max));
            assertThat(widths)
                    .isEqualTo(TilePath.grown(0, sizes[i]).stream()
                            .collect(Collectors.toMap(TileTest::place, TilePath::width)));
        }
    }

    private static String place(TilePath path) {
        return path.level() + "/" + path.index();
    }

    @Test
    void aTileIsKnownByItsPlaceInTheTree() {
        assertThat(TilePath.at(0, 273, 70_000)).isEqualTo(new TilePath(0, 273, 112));
        assertThat(TilePath.at(0, 272, 70_000)).isEqualTo(new TilePath(0, 272, 256));
        assertThat(TilePath.at(0, 273, 70_000).entries().text()).isEqualTo("tile/entries/273.p/112");
        assertRefused(() -> TilePath.at(0, 274, 70_000));
        assertRefused(() -> TilePath.at(0, Long.MAX_VALUE, 70_000));
        assertRefused(() -> TilePath.at(0, -1, 70_000));
        assertRefused(() -> TilePath.at(3, 0, 70_000));
        assertRefused(() -> TilePath.at(9, 0, Long.MAX_VALUE));
        assertRefused(() -> TilePath.at(0, 0, 0));
        assertRefused(() -> TilePath.at(1, 0, 70_000).entries());
    }

    @Test
    void tilesHoldTheRootsOfTheFullTilesBelow() {
        List<byte[]> entries = NaiveTree.entries(70_000);
        StoredTree tree = StoredTree.of(entries);

        Tile level1 = tree.tile(new TilePath(1, 1, 17));
        assertThat(level1.hashes().getLast().bytes()).isEqualTo(NaiveTree.root(entries.subList(272 * 256, 273 * 256)));
        Tile level2 = tree.tile(new TilePath(2, 0, 1));
        assertThat(level2.hashes().getFirst().bytes()).isEqualTo(NaiveTree.root(entries.subList(0, 65_536)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 65_537, 70_000})
    void aTreeCanBeRebuiltFromItsTiles(int size) {
        StoredTree tree = StoredTree.of(NaiveTree.entries(size));
        Map<TilePath, byte[]> served = TilePath.grown(0, size).stream()
                .collect(Collectors.toMap(path -> path, path -> tree.tile(path).bytes()));

        NodeReader nodes = NodeReader.ofTiles(size, path -> Tile.parse(path, served.getOrDefault(path, new byte[0])));

        assertThat(Frontier.at(size, nodes).head()).isEqualTo(tree.frontier().head());
    }

    @Test
    void aNarrowTileIsTheBeginningOfTheFullOne() {
        StoredTree tree = StoredTree.of(NaiveTree.entries(256));
        Tile full = tree.tile(new TilePath(0, 0, 256));
        Tile narrow = full.narrowed(7);

        assertThat(narrow).isEqualTo(Tile.parse(new TilePath(0, 0, 7), narrow.bytes()));
        assertThat(narrow.bytes()).hasSize(7 * 32);
        assertThat(full.bytes()).hasSize(8192).startsWith(narrow.bytes());
        assertRefused(() -> narrow.narrowed(8));
        assertRefused(() -> narrow.narrowed(0));
    }

    @Test
    void otherBytesAreNoTile() {
        TilePath path = new TilePath(0, 0, 2);

        assertRefused(() -> Tile.parse(path, new byte[63]));
        assertRefused(() -> Tile.parse(path, new byte[65]));
        assertRefused(() -> Tile.parse(path, new byte[0]));
        assertRefused(() -> Tile.parse(new TilePath(TilePath.ENTRIES, 0, 2), new byte[64]));
    }

    @Test
    void aTileGivesOnlyItsOwnNodes() {
        Tile tile = StoredTree.of(NaiveTree.entries(600)).tile(new TilePath(0, 1, 256));

        assertThat(tile.node(0, 256)).isEqualTo(tile.hashes().getFirst());
        assertThat(tile.node(7, 3))
                .isEqualTo(Hash.of(NaiveTree.root(NaiveTree.entries(600).subList(384, 512))));
        assertRefused(() -> tile.node(0, 255));
        assertRefused(() -> tile.node(0, 512));
        assertRefused(() -> tile.node(7, 4));
        assertRefused(() -> tile.node(8, 1));
        assertRefused(() -> tile.narrowed(200).node(7, 3));
    }

    @Test
    void entriesStandAfterTheirLengths() {
        List<byte[]> entries = List.of(new byte[] {1, 2}, new byte[0], new byte[EntryBundle.MAX_ENTRY]);
        byte[] bundle = EntryBundle.encode(entries);

        assertThat(bundle).startsWith(0, 2, 1, 2, 0, 0, 0xff, 0xff).hasSize(2 + 2 + 2 + 2 + 65_535);
        assertThat(EntryBundle.decode(bundle, 3)).usingRecursiveComparison().isEqualTo(entries);
    }

    @Test
    void otherBytesAreNoBundle() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[] {3}));

        assertRefused(() -> EntryBundle.decode(bundle, 1));
        assertRefused(() -> EntryBundle.decode(bundle, 3));
        for (int length = 0; length < bundle.length; length++) {
            byte[] shorter = Arrays.copyOf(bundle, length);
            assertRefused(() -> EntryBundle.decode(shorter, 2));
        }
        assertRefused(() -> EntryBundle.decode(Arrays.copyOf(bundle, bundle.length + 1), 2));
        assertRefused(() -> EntryBundle.encode(List.of()));
        assertRefused(() -> EntryBundle.encode(NaiveTree.entries(257)));
        assertRefused(() -> EntryBundle.encode(List.of(new byte[65_536])));
    }

    private static void assertRefused(Runnable reading) {
        assertThatThrownBy(reading::run).isInstanceOf(Unproven.class);
    }
}
