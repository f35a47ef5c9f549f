// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ground.identity.PublicId;
import java.util.UUID;

/** Nothing has failed and nothing is done: the change waits for a second person. That it does is on the log by then. */
public final class Waits extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UUID change;

    Waits(UUID change) {
        // No stack trace: it is an answer.
        super("the change waits for a second person", null, false, false);
        this.change = change;
    }

    public UUID change() {
        return change;
    }

    public String publicId() {
        return PublicId.CHANGE.of(change);
    }

    /** Where it is looked at and decided, below the address of the server. */
    public String path() {
        return "/changes/" + publicId();
    }
}
