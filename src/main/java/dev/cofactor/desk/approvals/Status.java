// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Remains;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How a request stands at one moment, with what became of its grant. Time alone may have changed it. */
public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED,
    /** The rules have changed, or whoever asked has gone. */
    VOID,
    REVOKED,
    USED_UP,
    /** What was given is over: by its time, or because something ended it. */
    ENDED;

    static Status of(AccessRequest request, Optional<Remains> given, Instant now) {
        return switch (request.state()) {
            case PENDING -> request.isOpen(now) ? PENDING : EXPIRED;
            case APPROVED -> given.map(left -> of(left, now)).orElse(ENDED);
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case VOID -> VOID;
            case REVOKED -> REVOKED;
        };
    }

    private static Status of(Remains left, Instant now) {
        if (left.stands(now)) {
            return APPROVED;
        }
        return left.ended().isEmpty() && left.usesLeft() == 0 ? USED_UP : ENDED;
    }

    /** "used-up", for programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
