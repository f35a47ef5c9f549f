// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Where.Content;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The values of active secrets: sealed by whoever has one, opened by nobody who has no record of the release. There is
 * no other way to open one, and a record opens the one value it names, for what it names.
 */
@Singleton
public class Values {
    private final DataKeys keys;

    Values(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * A value as three columns of its row.
     *
     * @param key the purpose key that wraps the data key
     * @param dataKey the value's own key, wrapped
     * @param bytes the content, under the data key
     */
    public record Sealed(UUID key, byte[] dataKey, byte[] bytes) {}

    public Sealed seal(Where where, Plaintext content) {
        mustBeOfASecret(where);
        return keys.seal(where, content);
    }

    /**
     * @throws IllegalStateException when the record is not of this value's release: a fault of the program
     * @throws Unopenable when this is not what was sealed there, or its key is gone
     */
    public Plaintext open(Where where, Sealed sealed, Recorded recorded) {
        mustBeOfASecret(where);
        boolean released = recorded.value().equals(where.value())
                && recorded.purpose().equals(where.content().word());
        if (!released) {
            throw new IllegalStateException("a value opens with the record of its own release and with no other");
        }
        return keys.open(where, sealed);
    }

    private static void mustBeOfASecret(Where where) {
        if (where.content() == Content.SEED_UNDER_PROOF) {
            throw new IllegalStateException("a seed under proof has a door of its own");
        }
    }
}
