// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.ledger.grants.AccessRequest;

/**
 * How something stands, never by colour alone.
 *
 * @param tone a class of the style sheet: good, warn, bad, or empty
 */
public record Chip(String tone, String icon, String word) {
    private static final Chip PENDING = new Chip("warn", "clock", "Waits");
    private static final Chip REJECTED = new Chip("bad", "close", "Rejected");
    private static final Chip WITHDRAWN = new Chip("", "close", "Withdrawn");
    private static final Chip EXPIRED = new Chip("", "clock", "Not decided");
    private static final Chip VOID = new Chip("", "close", "Void");
    private static final Chip REVOKED = new Chip("bad", "lock", "Taken back");

    static Chip of(AccessRequest request, Status status) {
        return switch (status) {
            case PENDING -> PENDING;
            case APPROVED ->
                request.glass() ? new Chip("warn", "warn", "Emergency") : new Chip("good", "good", "Approved");
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case VOID -> VOID;
            case REVOKED -> REVOKED;
            case USED_UP -> new Chip("", "check", "Used up");
            case ENDED -> new Chip("", "clock", "Over");
        };
    }

    /** Of one in a history, of which nobody asks how much is left. */
    static Chip ofPast(AccessRequest request) {
        return switch (request.state()) {
            case PENDING -> PENDING;
            case APPROVED ->
                request.glass() ? new Chip("warn", "warn", "Emergency") : new Chip("good", "good", "Approved");
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case VOID -> VOID;
            case REVOKED -> REVOKED;
        };
    }
}
