// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.ground.problem.Problem;

/** Why there is no backup code, where the gate has nothing against it. */
final class BackupRefused extends Problem {
    private static final long serialVersionUID = 1;

    private BackupRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static BackupRefused malformed(String rule) {
        return new BackupRefused(Kind.INVALID, "backup-code-request-malformed", rule);
    }

    static BackupRefused none() {
        return new BackupRefused(Kind.CONFLICT, "no-backup-codes", "there are no backup codes here that serve");
    }

    static BackupRefused whichField() {
        return new BackupRefused(
                Kind.INVALID, "field-needed", "there are several fields for backup codes: name one in field");
    }

    static BackupRefused draft() {
        return new BackupRefused(
                Kind.CONFLICT, "secret-draft", "this secret is a draft and serves nobody until it is complete");
    }

    /** Whoever has it is not to give it out a second time by his own word. */
    static BackupRefused notReturnable() {
        return new BackupRefused(
                Kind.CONFLICT,
                "not-returnable",
                "only a code of the present pool goes back, after whoever took it has reported it not used");
    }

    /** What is stored is not what was left here. */
    static BackupRefused altered() {
        return new BackupRefused(
                Kind.UNAVAILABLE,
                "altered",
                "what is stored is not what was recorded; tell whoever runs this installation");
    }

    static BackupRefused notFound() {
        return new BackupRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
