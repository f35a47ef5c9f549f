// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ground.identity.PublicId;
import java.util.UUID;

/** Nothing has failed and nothing is done: the change waits for a second person. That it does is on the log by then. */
public final class Waits extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What programs are answered. */
    public static final String EXAMPLE = """
            {"change": "chg_01m8j2p2t8fnnrsk72mgxdgx5b",
             "url": "https://cofactor.example.org/changes/chg_01m8j2p2t8fnnrsk72mgxdgx5b"}""";

    /** When. */
    public static final String WHEN = "The author would gain something by it, so it waits for a second person";

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
