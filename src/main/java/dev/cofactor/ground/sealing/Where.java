// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import java.util.UUID;

/** Where a value stands and what it is. All of it is bound to the value: in any other place it does not open. */
public record Where(UUID secret, UUID field, UUID value, Content content) {

    /** What a value is. A word once given is never given to anything else: it stands in what is bound. */
    public enum Content {
        /** An OTP key of an active secret. Write-only: it is opened to compute a code, and not to be shown. */
        SEED("seed"),

        /** An OTP key whose first code has not been seen yet. Its door is {@link SeedsUnderProof}. */
        SEED_UNDER_PROOF("seed-under-proof"),

        /** One of a pool of codes, each handed out once. */
        BACKUP_CODE("backup-code"),

        /** A sealed field: text that is revealed one field at a time. */
        FIELD("field"),

        /** A sealed field that is a file. */
        FILE("file"),

        /** What gets an account back when its factor is lost. */
        RECOVERY_KEY("recovery-key");

        private final String word;

        Content(String word) {
            this.word = word;
        }

        /** The purpose under which its release is recorded. */
        public String word() {
            return word;
        }
    }
}
