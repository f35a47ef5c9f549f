// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.ground.events.EventClass;

/** A few words for every class of event there is. */
final class DeedWords {
    private DeedWords() {}

    static String of(EventClass kind) {
        return switch (kind) {
            case LOG_OPENED -> "Opened the log";
            case HOST_ACTED -> "Acted on the host";
            case SESSION_OPENED -> "Signed in";
            case SESSION_CLOSED -> "Signed out";
            case SIGN_IN_FAILED -> "Failed to sign in";
            case PASSWORD_CHANGED -> "Changed a password";
            case FACTOR_ENROLLED -> "Set up a second factor";
            case FACTOR_REMOVED -> "Removed a second factor";
            case FACTOR_RESET -> "Reset a second factor";
            case RECOVERY_CODE_USED -> "Used a recovery code";
            case CODE_RELEASED -> "Got a code";
            case CODE_EXPIRED -> "Got no code: its step was over";
            case BACKUP_CODE_TAKEN -> "Took a backup code";
            case FIELD_REVEALED -> "Was shown a field";
            case RELEASE_ABORTED -> "Got nothing: what is stored was altered";
            case OUTCOME_REPORTED -> "Said how it went";
            case REQUEST_REFUSED -> "Was refused";
            case SECRET_CREATED -> "Added a secret";
            case SECRET_EDITED -> "Edited a secret";
            case SECRET_MOVED -> "Moved a secret";
            case SECRET_TAGGED -> "Tagged a secret";
            case SECRET_DELETED -> "Deleted a secret";
            case SECRET_RESTORED -> "Brought a secret back";
            case SECRET_SHREDDED -> "Shredded a secret";
            case SEED_ENROLLED -> "Entered a seed";
            case SEED_TRIED -> "Tried to prove a seed";
            case SEED_PROVED -> "Proved a seed";
            case SEED_OVERWRITTEN -> "Entered another seed";
            case SEED_STOPPED -> "Stopped a seed";
            case POOL_REPLACED -> "Replaced backup codes";
            case FOLDER_CHANGED -> "Changed a folder";
            case TEMPLATE_CHANGED -> "Changed a template";
            case EDITION_SAVED -> "Saved the policies";
            case ACCESS_REQUESTED -> "Asked for access";
            case ACCESS_APPROVED -> "Approved a request";
            case ACCESS_REJECTED -> "Rejected a request";
            case ACCESS_WITHDRAWN -> "Withdrew a request";
            case GRANT_REVOKED -> "Revoked a grant";
            case GRANT_LAPSED -> "A grant ended";
            case CHANGE_PROPOSED -> "Proposed a change";
            case CHANGE_DECIDED -> "Decided a change";
            case BREAK_GLASS_REVIEWED -> "Reviewed an emergency";
            case PERSON_ADDED -> "Added a person";
            case PERSON_INVITED -> "Invited a person";
            case PERSON_CHANGED -> "Changed a person";
            case PERSON_ACTIVATED -> "Activated an account";
            case PERSON_SUSPENDED -> "Suspended a person";
            case PERSON_REMOVED -> "Removed a person";
            case GROUP_CHANGED -> "Changed a group";
            case SERVICE_CHANGED -> "Changed a service";
            case DELEGATION_CHANGED -> "Changed a delegation";
            case TOKEN_ISSUED -> "Issued a token";
            case TOKEN_REVOKED -> "Took a token back";
            case FEDERATION_CHANGED -> "Changed a federation";
            case SETTINGS_CHANGED -> "Changed settings";
            case KEY_ADDED -> "Added a key";
            case KEY_PROMOTED -> "Promoted a key";
            case KEY_REWRAPPED -> "Re-wrapped keys";
            case KEY_DESTROYED -> "Destroyed a key";
            case BUNDLE_SEALED -> "Sealed the bundle";
            case BUNDLE_USED -> "Used the bundle";
            case IMPORT_DONE -> "Imported secrets";
            case TOOL_USED -> "Used a tool";
            case AUDIT_READ -> "Read the log";
            case AUDIT_EXPORTED -> "Exported the log";
            case AUDIT_ERASED -> "Erased a body of the log";
            case ACCESS_REVIEWED -> "Reviewed access";
        };
    }
}
