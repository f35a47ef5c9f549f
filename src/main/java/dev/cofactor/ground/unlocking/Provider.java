// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Map;

/** Where a root key is, opened: either its bytes, or somebody who keeps them and does what is asked. */
public sealed interface Provider {
    /** The root key itself. Whoever takes it closes it. */
    record Local(Plaintext key) implements Provider {}

    /** A service that never hands out its key. What it is told of the wrapped key is bound, and stands in its own log. */
    non-sealed interface Service extends Provider {
        /** Which key it is. Stands in the database and tells nothing of the key. */
        String fingerprint();

        byte[] wrap(Map<String, String> bound, Plaintext key);

        /** @throws CannotUnlock with its reason: altered, refused, or not answered */
        Plaintext unwrap(Map<String, String> bound, byte[] wrapped);
    }
}
