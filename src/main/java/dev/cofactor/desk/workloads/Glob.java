// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

/**
 * What a claim must be: its value to the letter, or with {@code *} for any characters but a slash. There is nothing else:
 * no way to write a pattern that reaches from one folder, branch or owner into another.
 */
record Glob(String pattern) {
    static final int LONGEST = 500;
    private static final char ANY = '*';

    Glob {
        boolean text = !pattern.isBlank()
                && pattern.length() <= LONGEST
                && pattern.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        if (!text) {
            throw FederationRefused.invalid("what a claim must be is 1 to " + LONGEST + " plain characters");
        }
        if (pattern.contains("**")) {
            throw FederationRefused.invalid("two stars in a row mean nothing here: a star never reaches over a slash");
        }
        if (pattern.chars().allMatch(c -> c == ANY || c == '/')) {
            throw FederationRefused.tooWide("a condition that says nothing but stars is met by everybody");
        }
    }

    boolean isExact() {
        return pattern.indexOf(ANY) < 0;
    }

    /** In steps of at most the product of both lengths, whatever is written in either. */
    boolean fits(String value) {
        if (isExact()) {
            return pattern.equals(value);
        }
        if (value.length() > LONGEST) {
            return false;
        }
        boolean[] reached = new boolean[value.length() + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            reached = pattern.charAt(i) == ANY ? spread(reached, value) : stepped(reached, value, pattern.charAt(i));
        }
        return reached[value.length()];
    }

    private static boolean[] spread(boolean[] from, String value) {
        boolean[] to = from.clone();
        for (int at = 0; at < value.length(); at++) {
            to[at + 1] |= to[at] && value.charAt(at) != '/';
        }
        return to;
    }

    private static boolean[] stepped(boolean[] from, String value, char wanted) {
        boolean[] to = new boolean[from.length];
        for (int at = 0; at < value.length(); at++) {
            to[at + 1] = from[at] && value.charAt(at) == wanted;
        }
        return to;
    }
}
