// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Locale;

/**
 * Every class of event the product records. A new one is a line here and nothing else; what must tell classes apart
 * switches over this without a default, so the compiler lists the places.
 */
public enum EventClass {
    /** The first event of an epoch; it names the one before. */
    LOG_OPENED,
    /** The schema's owner or the host's administrator acted from the command line. */
    HOST_ACTED,

    SESSION_OPENED,
    SESSION_CLOSED,
    SIGN_IN_FAILED,
    PASSWORD_CHANGED,
    /** A password was right, and the second step is still missing. */
    PASSWORD_PROVED,
    /** Somebody who is signed in has proved once more who he is. */
    FACTOR_PROVED,
    REQUIRED_ACTION_CHANGED,
    FACTOR_BEGUN,
    FACTOR_ENROLLED,
    FACTOR_REMOVED,
    FACTOR_RESET,
    RECOVERY_CODES_MADE,
    RECOVERY_CODES_KEPT,
    RECOVERY_CODE_USED,
    SSO_LINKED,
    SSO_UNLINKED,
    /** Somebody said whether a terminal may come in as him. */
    TERMINAL_DECIDED,

    CODE_RELEASED,
    CODE_EXPIRED,
    BACKUP_CODE_TAKEN,
    FIELD_REVEALED,
    RELEASE_ABORTED,
    OUTCOME_REPORTED,
    /** A backup code that was not used lies in its pool again. */
    BACKUP_CODE_RETURNED,
    /** Somebody does not get in, and asks those whose secret it is. */
    HELP_ASKED,
    REQUEST_REFUSED,

    SECRET_CREATED,
    SECRET_EDITED,
    SECRET_MOVED,
    SECRET_TAGGED,
    SECRET_DELETED,
    SECRET_RESTORED,
    SECRET_SHREDDED,
    SEED_ENROLLED,
    SEED_TRIED,
    SEED_PROVED,
    SEED_OVERWRITTEN,
    SEED_STOPPED,
    /** Two codes in a row were compared with a counting seed, to find where another generator or the site counts. */
    COUNTER_TRIED,
    /** A counting seed goes on further ahead. */
    COUNTER_MOVED,
    POOL_REPLACED,
    FOLDER_CHANGED,
    TEMPLATE_CHANGED,

    EDITION_SAVED,
    ACCESS_REQUESTED,
    ACCESS_APPROVED,
    ACCESS_REJECTED,
    ACCESS_WITHDRAWN,
    GRANT_REVOKED,
    GRANT_LAPSED,
    CHANGE_PROPOSED,
    CHANGE_DECIDED,
    /** Somebody took what others would have had to approve. */
    GLASS_BROKEN,
    BREAK_GLASS_REVIEWED,
    /** What the rules must keep saying. */
    POLICY_TESTS_CHANGED,

    PERSON_ADDED,
    PERSON_INVITED,
    PERSON_CHANGED,
    PERSON_ACTIVATED,
    PERSON_SUSPENDED,
    PERSON_RESTORED,
    PERSON_REMOVED,
    GROUP_CHANGED,
    SERVICE_CHANGED,
    AGENT_CHANGED,
    DELEGATION_CHANGED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    FEDERATION_CHANGED,
    /** Which value of the provider's claim gives which group. */
    SSO_GROUPS_CHANGED,
    /** Where messages are sent outside. */
    CHANNEL_CHANGED,
    SETTINGS_CHANGED,

    KEY_ADDED,
    KEY_PROMOTED,
    KEY_REWRAPPED,
    KEY_DESTROYED,
    /** Somebody registered a key to which shares of bundles are sealed, or took it back. */
    BUNDLE_KEY_CHANGED,
    /** A second person agreed that a bundle is made; nothing is sealed yet. */
    BUNDLE_AGREED,
    /** One value leaves, sealed in a bundle. */
    BUNDLE_SEALED,
    /** A bundle is whole and handed out, once. */
    BUNDLE_MADE,
    /** What of a secret was opened from a bundle, as its list of uses says. */
    BUNDLE_USED,
    IMPORT_DONE,
    TOOL_USED,

    AUDIT_READ,
    AUDIT_EXPORTED,
    AUDIT_ERASED,
    ACCESS_REVIEWED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in records, for ever: "code-released". */
    public String word() {
        return word;
    }
}
