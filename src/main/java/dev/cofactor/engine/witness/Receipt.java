// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.TlogProof;
import java.util.Optional;
import java.util.Set;

/** Verifies a receipt: that an entry is on the log, and what it says, as long as its body is there. */
public final class Receipt {
    private static final Set<String> WHOLE = Set.of("body", "leaf", "salt");
    private static final Set<String> ERASED = Set.of("leaf");

    private Receipt() {}

    /**
     * What is proved.
     *
     * @param body JSON in the one spelling; absent once it was erased
     */
    public record Proved(long index, long time, Checkpoint checkpoint, byte[] leaf, Optional<byte[]> body) {}

    /** @throws dev.cofactor.ground.problem.Problem if anything about it does not hold */
    public static Proved verify(byte[] receipt, Pinned pinned) {
        TlogProof proof = TlogProof.parse(receipt);
        Json extra = Json.read(proof.extra().orElseThrow(() -> Untrue.because("the receipt carries no leaf")));
        extra.with(extra.has("body") ? WHOLE : ERASED, Set.of());
        byte[] bytes = extra.bytes("leaf");
        Checkpoint signed = proof.verify(Hash.ofLeaf(bytes), pinned.origin(), pinned.keys());
        Leaf leaf = Leaf.parse(bytes);
        Optional<byte[]> body = Optional.empty();
        if (extra.has("body")) {
            body = Optional.of(extra.bytes("body"));
            leaf.requireCommits(extra.bytes("salt"), body.get());
            Body.read(body.get()).requirePlace(proof.index(), leaf.time());
        }
        return new Proved(proof.index(), leaf.time(), signed, bytes, body);
    }
}
