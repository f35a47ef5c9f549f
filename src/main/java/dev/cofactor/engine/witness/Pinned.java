// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteVerifier;
import java.util.List;

/** What the one who asks knew beforehand: which log, and the keys it signs with. Never taken from what is checked. */
public record Pinned(String origin, List<NoteVerifier> keys) {
    public Pinned {
        keys = List.copyOf(keys);
    }

    /** @throws dev.cofactor.engine.merkle.Unproven unless one of the keys signed it for that origin */
    public Checkpoint open(byte[] note) {
        return Checkpoint.open(note, origin, keys);
    }
}
