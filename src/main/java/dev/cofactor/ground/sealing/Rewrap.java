// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Moves data keys under the newest purpose key. What they seal is not opened: it stays as it is, to the last byte. */
@ApplicationScoped
public class Rewrap {
    private final DataKeys keys;

    Rewrap(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * The columns to put in place of these, if they still are what the row holds; empty when the data key is under the
     * newest purpose key already. Of any content, seeds under proof too.
     *
     * @throws Unopenable when the data key is not the one that was wrapped there, or its key is gone
     */
    public Optional<Values.Sealed> rewrapped(Where where, Values.Sealed sealed) {
        return keys.rewrapped(where, sealed);
    }
}
