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

    /** Whether some text fits both: their beginnings and their ends go together. */
    public boolean meets(Glob other) {
        int star = text.indexOf(ANYTHING);
        int otherStar = other.text.indexOf(ANYTHING);
        if (star < 0) {
            return other.matches(text);
        }
        if (otherStar < 0) {
            return matches(other.text);
        }
        String begin = text.substring(0, star);
        String otherBegin = other.text.substring(0, otherStar);
        String end = text.substring(star + 1);
        String otherEnd = other.text.substring(otherStar + 1);
        return (begin.startsWith(otherBegin) || otherBegin.startsWith(begin))
                && (end.endsWith(otherEnd) || otherEnd.endsWith(end));
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
