// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every reader, given noise and half-broken texts: it reads or refuses, never fails otherwise, and repeats nothing. */
class ParsersTest {
    private static final int ROUNDS = 3_000;

    private static final NoteSigner LOG = NoteSigner.generate("log.example/a");
    private static final List<NoteVerifier> KEYS = List.of(LOG.verifier());
    private static final Note NOTE = new Checkpoint("log.example/a", TreeHead.EMPTY).sign(LOG);
    private static final StoredTree TREE = StoredTree.of(NaiveTree.entries(300));

    @Test
    void notesAreReadOrRefused() {
        holdsFor(NOTE.bytes(), bytes -> Note.open(bytes, List.of()));
        holdsFor(NOTE.bytes(), bytes -> Checkpoint.open(bytes, "log.example/a", KEYS));
    }

    @Test
    void checkpointsAreReadOrRefused() {
        holdsFor(utf8(NOTE.text()), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        });
    }

    @Test
    void verifierKeysAreReadOrRefused() {
        holdsFor(utf8(LOG.verifier().text()), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(NoteVerifier.parse(text).text()).isEqualTo(text);
        });
    }

    @Test
    void receiptsAreReadOrRefused() {
        TlogProof receipt =
                TlogProof.of(3, Proofs.inclusion(3, 300, TREE.nodes(300)), NOTE).withExtra(new byte[40]);
        holdsFor(
                utf8(receipt.text()),
                bytes ->
                        assertThat(TlogProof.parse(bytes).text()).isEqualTo(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Test
    void tilePathsAreReadOrRefused() {
        holdsFor(utf8("tile/0/x001/x234/067.p/12"), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(TilePath.parse(text).text()).isEqualTo(text);
        });
    }

    @Test
    void tilesAreReadOrRefused() {
        TilePath path = new TilePath(0, 1, 44);
        holdsFor(
                TREE.tile(path).bytes(),
                bytes -> assertThat(Tile.parse(path, bytes).bytes()).isEqualTo(bytes));
    }

    @Test
    void bundlesAreReadOrRefused() {
        holdsFor(
                EntryBundle.encode(NaiveTree.entries(9)),
                bytes -> assertThat(EntryBundle.encode(EntryBundle.decode(bytes, 9)))
                        .isEqualTo(bytes));
    }

    @Test
    void frontiersAreReadOrRefused() {
        holdsFor(
                TREE.frontier().bytes(),
                bytes -> assertThat(Frontier.parse(bytes).bytes()).isEqualTo(bytes));
    }

    @Test
    void hashesAreReadOrRefused() {
        holdsFor(utf8(Hash.EMPTY_TREE.base64()), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(Hash.fromBase64(text).base64()).isEqualTo(text);
        });
        holdsFor(utf8(Hash.EMPTY_TREE.hex()), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(Hash.fromHex(text).hex()).isEqualTo(text);
        });
    }

    /** @param reader reads, and checks that what it accepted it would have written the same way */
    private static void holdsFor(byte[] good, Consumer<byte[]> reader) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = seed % 4 == 0 ? noise(random) : mutated(good, random);
            try {
                reader.accept(bytes);
            } catch (Unproven refusal) {
                assertThat(refusal.getMessage()).matches("[a-zA-Z0-9 ,'-]+");
                assertThat(refusal.code().toLowerCase(Locale.ROOT)).isIn("proof-malformed", "proof-refused");
                assertThat(refusal.getCause()).isNull();
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "0123456789+/= \nxp.—".charAt(random.nextInt(19));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                case 4 -> bytes = spliced(bytes, at, random.nextInt(bytes.length));
            }
        }
        return bytes;
    }

    /** The beginning of it, and then its end from elsewhere: doubles a part or leaves one out. */
    private static byte[] spliced(byte[] bytes, int to, int from) {
        byte[] spliced = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, spliced, to, bytes.length - from);
        return spliced;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
