// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret in the list, with how the reader stands to its codes.
 *
 * @param time that belongs to the state: until when it is granted or can be decided, or when it opens
 * @param uses that are left of what was granted
 * @param site where its login is, or empty
 * @param backups whether the reader may take a backup code of it, if need be after some step
 * @param used when the reader had something of it last
 */
record Line(
        Looks.Row row,
        State state,
        @Nullable Instant time,
        int uses,
        String site,
        boolean backups,
        @Nullable Instant used) {

    /** Whether a code is one step away. */
    public boolean isFetched() {
        return state == State.READY || state == State.GRANTED;
    }

    /** Whether one can be had after some other step. */
    public boolean isAsked() {
        return switch (state) {
            case ASKED, APPROVAL, PROOF, WORDS, EMERGENCY -> true;
            case NOT_READY, NO_CODES, READY, GRANTED, OPENS, SHUT -> false;
        };
    }

    enum State {
        /** Something is missing before it serves anybody. */
        NOT_READY,
        /** Its template has no seed. */
        NO_CODES,
        READY,
        GRANTED,
        ASKED,
        APPROVAL,
        PROOF,
        /** A reason or a ticket. */
        WORDS,
        EMERGENCY,
        OPENS,
        SHUT
    }
}
