// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static dev.cofactor.ledger.records.Tamperings.cut;
import static dev.cofactor.ledger.records.Tamperings.leaf;
import static dev.cofactor.ledger.records.Tamperings.ofNext;
import static dev.cofactor.ledger.records.Tamperings.set;
import static dev.cofactor.ledger.records.Tamperings.swapped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import dev.cofactor.engine.merkle.EntryBundle;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.NodeReader;
import dev.cofactor.engine.merkle.Proofs;
import dev.cofactor.engine.merkle.Tile;
import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.engine.merkle.TreeHead;
import dev.cofactor.engine.witness.Receipt;
import dev.cofactor.engine.witness.ServedLog;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ledger.notary.CopiesSigned;
import dev.cofactor.ledger.notary.Tiles;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a database that was tampered with says of its tree, held against the checkpoint that was honestly signed: by a
 * verifier that shares no line with the log, by receipts, and as strangers read the log. The two entries are one in the
 * middle, K, and the last, E.
 */
@QuarkusTest
@TestProfile(LogOfItsOwn.class)
class TamperedTreeTest {
    private static final int EPOCH = 1;
    private static final String MISSING = "row [0-9]+ of the tree is missing";

    /** What sigstore's verifier comes to. */
    enum Foreign {
        ACCEPTS,
        REFUSES,
        HAS_NOTHING_TO_READ
    }

    private final SignedCopies copies;
    private final LogBodies bodies;

    TamperedTreeTest(SignedCopies copies, LogBodies bodies) {
        this.copies = copies;
        this.bodies = bodies;
    }

    @Test
    void theSameLogUntouchedIsProvedToAll() throws Exception {
        SignedCopies.Signed signed = copies.signed();
        TreeHead head = signed.last().head();
        Served served = new Served(signed.late());
        for (long index = head.size() - 1; index >= 0; index--) {
            assertThat(foreign(served, index, head)).isEqualTo(Foreign.ACCEPTS);
        }
        assertThat(ServedLog.verify(source(signed.late()), signed.pinned(), Optional.of(signed.first()))
                        .head())
                .isEqualTo(head);
        for (long index : List.of(signed.victim(), head.size() - 1)) {
            Receipt.Proved proved = receipt(signed.late(), index);
            assertThat(proved.index()).isEqualTo(index);
            assertThat(new String(proved.body().orElseThrow(), UTF_8))
                    .contains(eventAt(signed, index).toString());
        }
        assertThat(receipt(signed.late(), signed.victim()).checkpoint()).isEqualTo(signed.first());
    }

    static Stream<Arguments> trees() {
        String hash = "leaf_hash = sha256('x')";
        return Stream.of(
                of(Foreign.REFUSES, "K", set(leaf(ofNext("leaf")))),
                of(Foreign.REFUSES, "K", set(leaf("set_byte(leaf, 20, get_byte(leaf, 20) # 1)"))),
                of(Foreign.REFUSES, "K E", "update log_entry set " + hash),
                of(Foreign.REFUSES, "K", set(hash).replace("= K", "= (K # 1)")),
                of(Foreign.REFUSES, "K", swapped("index")),
                of(Foreign.REFUSES, "K", swapped("leaf", "leaf_hash")),
                of(Foreign.HAS_NOTHING_TO_READ, "K", "delete from log_entry where index = K"),
                of(Foreign.HAS_NOTHING_TO_READ, "K", "delete from log_entry where index = (K # 1)"),
                of(Foreign.REFUSES, "E", "update log_node set hash = sha256('x') where level = 8 and index = 0"),
                of(Foreign.HAS_NOTHING_TO_READ, "E", "delete from log_node where level = 8 and index = 0"),
                of(
                        Foreign.REFUSES,
                        "E",
                        "update log_node set hash = (select n.hash from log_node n where n.index = 1) where index = 0"),
                of(Foreign.HAS_NOTHING_TO_READ, "K E", "truncate log_entry"),
                of(Foreign.HAS_NOTHING_TO_READ, "K E", "drop table log_entry_1_0"),
                of(Foreign.HAS_NOTHING_TO_READ, "E", cut("E")),
                of(Foreign.ACCEPTS, "E", "update checkpoint set note = 'x', root = sha256('x')"));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void nothingIsProvedOfATreeThatWasTamperedWith(Foreign says, String entries, String sql) throws Exception {
        SignedCopies.Signed signed = copies.signed();
        TreeHead head = signed.last().head();
        LogCopy twin = copies.twin();
        twin.tamper("%s", placed(sql, signed));
        for (String each : entries.split(" ")) {
            long index = Long.parseLong(placed(each, signed));
            assertThat(foreign(new Served(twin), index, head)).isEqualTo(says);
            assertThatThrownBy(() -> receipt(twin, index)).satisfies(TamperedTreeTest::refuses);
        }
        assertThatThrownBy(() -> ServedLog.verify(source(twin), signed.pinned(), Optional.of(signed.first())))
                .satisfies(TamperedTreeTest::refuses);
        copies.drop(twin);
    }

    /** The tiles of a copy that nobody touches any more: each is read once. */
    private static final class Served {
        private final Tiles tiles;
        private final Map<TilePath, byte[]> known = new HashMap<>();

        Served(LogCopy copy) {
            tiles = CopiesSigned.tiles(copy.server());
        }

        byte[] read(TilePath path) {
            return known.computeIfAbsent(path, asked -> tiles.read(EPOCH, asked).orElseThrow());
        }
    }

    private static Foreign foreign(Served served, long index, TreeHead head) {
        try {
            NodeReader nodes = NodeReader.ofTiles(head.size(), path -> Tile.parse(path, served.read(path)));
            List<byte[]> proof = Proofs.inclusion(index, head.size(), nodes).stream()
                    .map(Hash::bytes)
                    .toList();
            byte[] leaf = Hash.ofLeaf(stored(served, index, head.size())).bytes();
            InclusionProofVerifier.verify(
                    leaf, index, head.size(), proof, head.root().bytes());
            return Foreign.ACCEPTS;
        } catch (InclusionProofVerificationException e) {
            return Foreign.REFUSES;
        } catch (RuntimeException e) {
            assertThat(e).hasMessageMatching(MISSING);
            return Foreign.HAS_NOTHING_TO_READ;
        }
    }

    /** With a reason, or because there is nothing that could be proved. */
    private static void refuses(Throwable e) {
        if (!(e instanceof Problem) && !(e instanceof NoSuchElementException)) {
            assertThat(e).hasMessageMatching(MISSING);
        }
    }

    private static byte[] stored(Served served, long index, long size) {
        TilePath path = TilePath.at(0, index / TilePath.WIDTH, size);
        byte[] bundle = served.read(path.entries());
        return EntryBundle.decode(bundle, path.width()).get((int) (index % TilePath.WIDTH));
    }

    /** Of the event that honestly is there. */
    private Receipt.Proved receipt(LogCopy copy, long index) throws Exception {
        SignedCopies.Signed signed = copies.signed();
        String receipt = CopiesSigned.receipts(copy.server(), bodies)
                .receipt(eventAt(signed, index))
                .orElseThrow();
        return Receipt.verify(receipt.getBytes(UTF_8), signed.pinned());
    }

    private static UUID eventAt(SignedCopies.Signed signed, long index) throws Exception {
        return UUID.fromString(signed.late().one("select event from log_entry where index = %d", index));
    }

    private static ServedLog.Source source(LogCopy copy) {
        Tiles tiles = CopiesSigned.tiles(copy.server());
        return (path, longest) -> path.equals("checkpoint")
                ? tiles.checkpoint(EPOCH).orElseThrow().getBytes(UTF_8)
                : tiles.read(EPOCH, TilePath.parse(path)).orElseThrow();
    }

    private static String placed(String text, SignedCopies.Signed signed) throws Exception {
        return text.replaceAll("\\bK\\b", String.valueOf(signed.victim()))
                .replaceAll("\\bE\\b", String.valueOf(signed.last().head().size() - 1));
    }
}
