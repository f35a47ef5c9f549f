// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.ground.events.EventClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that left, as the log has it.
 *
 * @param event the record of it; of a backup code that was shown again, the first one
 */
public record Release(UUID event, UUID secret, Kind kind) {
    /** Of what it can be said what became of it. */
    public enum Kind {
        CODE("code", EventClass.CODE_RELEASED),
        BACKUP_CODE("backup-code", EventClass.BACKUP_CODE_TAKEN);

        private final String word;
        private final EventClass recorded;

        Kind(String word, EventClass recorded) {
            this.word = word;
            this.recorded = recorded;
        }

        public String word() {
            return word;
        }

        EventClass recorded() {
            return recorded;
        }

        static Optional<Kind> recordedAs(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.recorded.word().equals(word))
                    .findFirst();
        }
    }

    /** A live code that was not used is over by itself; only one of a pool could serve somebody else. */
    boolean canBe(Result result) {
        return kind == Kind.BACKUP_CODE || result != Result.NOT_USED;
    }
}
