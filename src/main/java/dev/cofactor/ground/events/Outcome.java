// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Locale;

/** How it ended, as far as the log is concerned. */
public enum Outcome {
    DONE,
    REFUSED,
    FAILED,
    /** The same once more: a replay, or a step its holder sees again. Nothing was consumed. */
    REPEATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
