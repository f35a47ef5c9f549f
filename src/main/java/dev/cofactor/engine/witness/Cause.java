// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import java.util.Locale;

/** Why a body is not in an export, as whoever wrote it says. */
public enum Cause {
    KEY_DESTROYED,
    UNOPENABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(String word) {
        for (Cause cause : values()) {
            if (cause.word().equals(word)) {
                return cause;
            }
        }
        throw Untrue.because("the cause of its erasure is none that is known");
    }
}
