// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.documents;

import dev.cofactor.ground.problem.Problem;
import java.util.Map;

/**
 * What was written is no policy. Says where and what rule is broken, never what stands there: that is the author's, and
 * may be a secret in the wrong field.
 */
public final class PolicyRefused extends Problem {
    private final String place;
    private final String reason;

    /** @param place a JSON pointer made of names we know and of positions; empty for the document as a whole */
    public PolicyRefused(String place, String reason) {
        super(
                Kind.INVALID,
                "policy-refused",
                (place.isEmpty() ? "the document" : "`" + place + "`") + " " + reason,
                null,
                Map.of("place", place),
                null);
        this.place = place;
        this.reason = reason;
    }

    public String place() {
        return place;
    }

    /** The same, for a rule that did not know where it was applied. */
    public PolicyRefused under(String base) {
        return new PolicyRefused(base + place, reason);
    }

    public static void unless(boolean kept, String reason) {
        if (!kept) {
            throw new PolicyRefused("", reason);
        }
    }

    /** Text that people read has to look like what it is: no control characters, no half characters. */
    public static void unlessText(String text, int longest) {
        unless(!text.isBlank(), "holds an empty text");
        unless(text.length() <= longest, "holds a text of more than " + longest + " characters");
        unless(text.codePoints().noneMatch(PolicyRefused::isNoText), "holds a control or broken character");
    }

    private static boolean isNoText(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
