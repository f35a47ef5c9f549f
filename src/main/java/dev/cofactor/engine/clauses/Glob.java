// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.PolicyRefused;

/** A text in which one {@code *} may stand for anything, nothing included. There is no way to write a star that is one. */
public record Glob(String text) {
    public static final int LONGEST = 200;

    private static final char ANYTHING = '*';

    public Glob {
        PolicyRefused.unlessText(text, LONGEST);
        PolicyRefused.unless(text.indexOf(ANYTHING) == text.lastIndexOf(ANYTHING), "holds more than one *");
    }

    public boolean matches(String asked) {
        int star = text.indexOf(ANYTHING);
        if (star < 0) {
            return text.equals(asked);
        }
        return asked.length() >= text.length() - 1
                && asked.startsWith(text.substring(0, star))
                && asked.endsWith(text.substring(star + 1));
    }
}
