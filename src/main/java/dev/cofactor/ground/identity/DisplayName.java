// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import dev.cofactor.ground.problem.Problem;
import java.text.Normalizer;

/** What people call something: free text on one line, in which nothing is hidden. */
public record DisplayName(String value) {
    private static final int LONGEST = 200;

    public DisplayName {
        if (value.isBlank()
                || value.codePointCount(0, value.length()) > LONGEST
                || !value.codePoints().allMatch(DisplayName::isPlain)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "name-invalid",
                    "a name has 1 to 200 characters on one line, none of them a control character");
        }
    }

    /** As typed, in the one spelling that is stored. */
    public static DisplayName of(String typed) {
        return new DisplayName(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
    }

    /** Neither a control nor half a character, and nothing that breaks the line or turns around what stands beside it. */
    public static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !turns(codePoint);
        };
    }

    /** Whether it changes the direction of writing. */
    public static boolean turns(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
