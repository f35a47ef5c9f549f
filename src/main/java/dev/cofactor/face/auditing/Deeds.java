// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was done, in words. */
final class Deeds {
    private Deeds() {}

    /** What one looks for. */
    enum Kind {
        CODES(
                "codes",
                "Codes generated",
                EventClass.CODE_RELEASED,
                EventClass.BACKUP_CODE_TAKEN,
                EventClass.CODE_EXPIRED,
                EventClass.OUTCOME_REPORTED,
                EventClass.HELP_ASKED),
        FIELDS("fields", "Fields revealed", EventClass.FIELD_REVEALED),
        REFUSED("refused", "Refusals"),
        GLASS("break-glass", "Break-glass", EventClass.GLASS_BROKEN, EventClass.BREAK_GLASS_REVIEWED),
        APPROVALS(
                "approvals",
                "Approvals",
                EventClass.ACCESS_REQUESTED,
                EventClass.ACCESS_APPROVED,
                EventClass.ACCESS_REJECTED,
                EventClass.ACCESS_WITHDRAWN,
                EventClass.GRANT_REVOKED,
                EventClass.GRANT_LAPSED),
        POLICIES(
                "policies",
                "Policy changes",
                EventClass.EDITION_SAVED,
                EventClass.POLICY_TESTS_CHANGED,
                EventClass.CHANGE_PROPOSED,
                EventClass.CHANGE_DECIDED),
        DOOR(
                "door",
                "Sign-ins",
                EventClass.SESSION_OPENED,
                EventClass.SESSION_CLOSED,
                EventClass.SIGN_IN_FAILED,
                EventClass.PASSWORD_PROVED,
                EventClass.PASSWORD_CHANGED,
                EventClass.FACTOR_PROVED,
                EventClass.RECOVERY_CODE_USED,
                EventClass.SSO_LINKED,
                EventClass.SSO_UNLINKED,
                EventClass.TERMINAL_DECIDED),
        SECRETS(
                "secrets",
                "Changes to secrets",
                EventClass.SECRET_CREATED,
                EventClass.SECRET_EDITED,
                EventClass.SECRET_MOVED,
                EventClass.SECRET_TAGGED,
                EventClass.SECRET_DELETED,
                EventClass.SECRET_RESTORED,
                EventClass.SEED_ENROLLED,
                EventClass.SEED_PROVED,
                EventClass.SEED_OVERWRITTEN,
                EventClass.SEED_STOPPED,
                EventClass.COUNTER_MOVED,
                EventClass.POOL_REPLACED,
                EventClass.BACKUP_CODE_RETURNED),
        RIGHTS(
                "people",
                "People and machines",
                EventClass.PERSON_ADDED,
                EventClass.PERSON_INVITED,
                EventClass.PERSON_CHANGED,
                EventClass.PERSON_ACTIVATED,
                EventClass.PERSON_SUSPENDED,
                EventClass.PERSON_RESTORED,
                EventClass.PERSON_REMOVED,
                EventClass.GROUP_CHANGED,
                EventClass.REQUIRED_ACTION_CHANGED,
                EventClass.SSO_GROUPS_CHANGED,
                EventClass.SERVICE_CHANGED,
                EventClass.AGENT_CHANGED,
                EventClass.DELEGATION_CHANGED,
                EventClass.TOKEN_ISSUED,
                EventClass.TOKEN_REVOKED,
                EventClass.FEDERATION_CHANGED),
        INSTALLATION(
                "installation",
                "The installation",
                EventClass.KEY_ADDED,
                EventClass.KEY_PROMOTED,
                EventClass.KEY_REWRAPPED,
                EventClass.KEY_DESTROYED,
                EventClass.BUNDLE_KEY_CHANGED,
                EventClass.BUNDLE_AGREED,
                EventClass.BUNDLE_SEALED,
                EventClass.BUNDLE_MADE,
                EventClass.BUNDLE_USED,
                EventClass.CHANNEL_CHANGED,
                EventClass.SETTINGS_CHANGED,
                EventClass.TEMPLATE_CHANGED,
                EventClass.FOLDER_CHANGED,
                EventClass.HOST_ACTED,
                EventClass.LOG_OPENED),
        READING(
                "reading",
                "Reading the log",
                EventClass.AUDIT_READ,
                EventClass.AUDIT_EXPORTED,
                EventClass.AUDIT_ERASED,
                EventClass.ACCESS_REVIEWED);

        /** What is looked for most, one press away. */
        private static final List<Kind> PRESETS = List.of(CODES, POLICIES, GLASS, REFUSED);

        private final String word;
        private final String title;
        private final List<EventClass> classes;

        Kind(String word, String title, EventClass... classes) {
            this.word = word;
            this.title = title;
            this.classes = List.of(classes);
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }

        public boolean isPreset() {
            return PRESETS.contains(this);
        }

        static List<Kind> all() {
            return List.of(values());
        }

        /** As the desk is asked; nothing for a word that is none. */
        static Map<String, List<String>> conditions(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .map(Kind::conditions)
                    .orElse(Map.of());
        }

        private Map<String, List<String>> conditions() {
            return this == REFUSED
                    ? Map.of("outcome", List.of(Outcome.REFUSED.word()))
                    : Map.of("class", classes.stream().map(EventClass::word).toList());
        }
    }

    static String outcome(String word) {
        return switch (word) {
            case "done" -> "Done";
            case "refused" -> "Refused";
            case "failed" -> "Failed";
            case "repeated" -> "Seen again";
            default -> word;
        };
    }

    static String tone(String outcome) {
        return switch (outcome) {
            case "done", "repeated" -> "good";
            case "refused" -> "bad";
            default -> "warn";
        };
    }

    /** As it stands on the log, to be read: "Code released". Of a refusal, what was asked for. */
    static String said(String word, Map<String, Object> details) {
        Object verb = details.get("verb");
        if (word.equals(EventClass.REQUEST_REFUSED.word()) && verb != null) {
            return "Asked for " + verb;
        }
        if ("confirmation".equals(details.get("method"))) {
            return "Code shown to prove a seed";
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('-', ' ');
    }
}
