// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.engine.policy.Verb;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody could do, in words. */
final class Rights {
    private Rights() {}

    static String word(Verb verb) {
        return switch (verb) {
            case CODE_FETCH -> "Codes";
            case BACKUP_CODE_TAKE -> "Backup codes";
            case FIELD_REVEAL -> "Fields";
            default -> verb.code();
        };
    }

    /** @param steps as the review spells them; none where nothing has to be done first */
    static String how(boolean always, List<String> steps) {
        String after = steps.isEmpty()
                ? "At once"
                : "After " + steps.stream().map(Rights::step).collect(Collectors.joining(", "));
        return always ? after : after + ", at times";
    }

    private static String step(String word) {
        return switch (word) {
            case "step-up" -> "a fresh proof";
            case "reason" -> "giving a reason";
            case "ticket" -> "naming a ticket";
            case "approval" -> "an approval";
            case "break-glass" -> "breaking the glass";
            default -> word;
        };
    }

    /** The review names each with its id behind it, which says nothing to a reader. */
    static String policy(String named) {
        return named.replaceFirst(" \\(" + AuditPages.ID + "\\)$", "");
    }
}
