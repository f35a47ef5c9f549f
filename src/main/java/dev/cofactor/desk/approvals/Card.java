// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Remains;
import dev.cofactor.ledger.grants.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as those see it whom it concerns: exactly what would be given, to whom, and why.
 *
 * @param now the secret as it is; absent, where it is gone. What it was when it was asked for is the request's to say
 * @param by whoever asked
 * @param person for whom an agent asked
 * @param reason absent, where none was given, or its month was erased, or it is nothing to the reader
 * @param said yeses and noes in their order
 * @param whom those who could decide it now; in lists they are left out
 */
public record Card(
        AccessRequest request,
        Status status,
        Optional<Remains> given,
        Optional<Placed> now,
        Named by,
        Optional<Named> person,
        Optional<String> reason,
        List<Said> said,
        List<Named> whom,
        String url) {
    public Card {
        said = List.copyOf(said);
        whom = List.copyOf(whom);
    }

    /** @param name absent of whoever is not known any more */
    public record Named(UUID id, Optional<String> name) {}

    /** @param reason of a no; absent to whom it is nothing */
    public record Said(Verdict verdict, Named who, Optional<String> reason) {}

    /** A part of a list. @param next after which to go on; absent at the end */
    public record Page(List<Card> cards, Optional<UUID> next) {
        public Page {
            cards = List.copyOf(cards);
        }
    }

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
}
