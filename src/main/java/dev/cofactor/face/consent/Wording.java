// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.engine.policy.Verb;
import java.time.Duration;
import java.util.List;

/** What is asked for, in plain words: nobody who reads them knows our verbs. */
final class Wording {
    private static final long MINUTES_SAID = 120;
    private static final long HOURS_SAID = 48;

    private Wording() {}

    /**
     * What somebody wants to do to a secret, with its name to come last.
     *
     * @param asks "Anna asks for a code of AWS root"
     * @param noun "Codes of AWS root"
     * @param deed "Fetch codes"
     */
    record Wish(String asks, String noun, String deed) {}

    static Wish wish(Verb verb) {
        return switch (verb) {
            case CODE_FETCH -> new Wish("asks for codes of", "Codes of", "Fetch codes");
            case BACKUP_CODE_TAKE -> new Wish("asks for a backup code of", "Backup codes of", "Take backup codes");
            case FIELD_REVEAL -> new Wish("asks to see what is sealed in", "Sealed fields of", "See what is sealed");
            case SECRET_EDIT -> new Wish("asks to edit", "Editing", "Edit it");
            case SECRET_MOVE -> new Wish("asks to move", "Moving", "Move it");
            case SECRET_TAG -> new Wish("asks to tag", "Tagging", "Tag it");
            case SECRET_DELETE -> new Wish("asks to delete", "Deleting", "Delete it");
            case SEED_OVERWRITE ->
                new Wish("asks to replace the seed of", "Another seed for", "Enter another seed in place of its own");
            case SECRET_LIST,
                    SECRET_READ_META,
                    SECRET_CREATE,
                    FOLDER_EDIT,
                    TEMPLATE_EDIT,
                    POLICY_EDIT,
                    PEOPLE_EDIT,
                    MACHINE_EDIT,
                    SETTINGS_EDIT,
                    KEY_ROTATE,
                    FACTOR_RESET,
                    BUNDLE_SEAL,
                    TOOLS_USE,
                    AUDIT_READ,
                    AUDIT_ERASE,
                    ACCESS_REVIEW,
                    APPROVAL_DECIDE -> new Wish("asks for access to", "Access to", "Have access");
        };
    }

    /** "30 minutes", "4 hours", "3 days"; never more than there is. */
    static String time(Duration time) {
        long minutes = Math.max(1, time.toMinutes());
        if (minutes < MINUTES_SAID || minutes % 60 != 0) {
            return count(minutes, "minute");
        }
        long hours = minutes / 60;
        return hours < HOURS_SAID || hours % 24 != 0 ? count(hours, "hour") : count(hours / 24, "day");
    }

    static String count(long number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    /** A name within a sentence, whichever way it is written: what stands beside it stays where it is. */
    static String apart(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** "Security, Anna Berg or your manager". */
    static String or(List<String> names) {
        return joined(names, " or ");
    }

    static String and(List<String> names) {
        return joined(names, " and ");
    }

    private static String joined(List<String> names, String last) {
        int size = names.size();
        return size < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, size - 1)) + last + names.get(size - 1);
    }
}
