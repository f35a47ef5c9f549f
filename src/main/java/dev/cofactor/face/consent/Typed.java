// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.gate.Given;

/**
 * What came back with a form that did not do, to be shown again.
 *
 * @param glass the reason given for an emergency, and {@code fault}: what was wrong with that one
 */
public record Typed(String reason, String ticket, String glass, String fault) {
    public static final Typed NOTHING = new Typed("", "", "", "");

    /** The log keeps a reason on one line; a field for it breaks lines where it has to. */
    public static Given given(String reason, String ticket) {
        return Given.of(onOneLine(reason), onOneLine(ticket), null);
    }

    static String onOneLine(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }
}
