// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Where.Content;
import jakarta.inject.Singleton;

/**
 * Seeds that were entered and not yet confirmed by a code: they serve nobody, so no release stands on the log for them.
 * Opens nothing that {@link Values} sealed, and what it sealed does not open there; the word of the content is bound.
 */
@Singleton
public class SeedsUnderProof {
    private final DataKeys keys;

    SeedsUnderProof(DataKeys keys) {
        this.keys = keys;
    }

    public Values.Sealed seal(Where where, Plaintext seed) {
        mustBe(Content.SEED_UNDER_PROOF, where);
        return keys.seal(where, seed);
    }

    /** @throws Unopenable when this is not the seed that was sealed there, or its key is gone */
    public Plaintext open(Where where, Values.Sealed sealed) {
        mustBe(Content.SEED_UNDER_PROOF, where);
        return keys.open(where, sealed);
    }

    /**
     * The proved seed as a value of its secret, under a new data key. There is no way back, and it leads to the same
     * field only: a seed cannot be carried over into another secret.
     */
    public Values.Sealed promote(Where from, Values.Sealed sealed, Where to) {
        mustBe(Content.SEED, to);
        if (!from.secret().equals(to.secret()) || !from.field().equals(to.field())) {
            throw new IllegalStateException("a proved seed stays in its field");
        }
        try (Plaintext seed = open(from, sealed)) {
            return keys.seal(to, seed);
        }
    }

    private static void mustBe(Content content, Where where) {
        if (where.content() != content) {
            throw new IllegalStateException("this door is for seeds under proof and their promotion");
        }
    }
}
