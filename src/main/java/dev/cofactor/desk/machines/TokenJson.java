// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.directory.Token;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How tokens are spoken of outside. */
final class TokenJson {
    private TokenJson() {}

    /** A token that is wanted; without ranges it may be shown anywhere. */
    record Ordered(
            @Nullable String label,
            @Nullable Integer days,
            @Nullable List<@Nullable String> ranges) {
        TokenDesk.Order order() {
            if (label == null || days == null) {
                throw MachineRefused.invalid("a token has a label, and a number of days that it is good for");
            }
            return new TokenDesk.Order(DisplayName.of(label), days, from());
        }

        private AddressRanges from() {
            if (ranges == null) {
                return AddressRanges.ANYWHERE;
            }
            if (ranges.stream().anyMatch(Objects::isNull)) {
                throw MachineRefused.invalid("an address range is a text");
            }
            return AddressRanges.of(ranges.stream().map(Objects::requireNonNull).toList());
        }
    }

    /** Another one in its place. */
    record Rotation(@Nullable Integer overlap) {
        int minutes() {
            if (overlap == null) {
                throw MachineRefused.invalid("a number of minutes is needed for which both tokens are good");
            }
            return overlap;
        }
    }

    record Listed(
            String id,
            String label,
            List<String> ranges,
            Instant since,
            Instant until,
            @Nullable Instant ended,
            @Nullable String replaces,
            @Nullable Instant lastUsed) {
        static Listed of(Token token, @Nullable Instant lastUsed) {
            return new Listed(
                    token.id().toString(),
                    token.label(),
                    token.from().written(),
                    token.since(),
                    token.until(),
                    token.ended().orElse(null),
                    token.replaces().map(UUID::toString).orElse(null),
                    lastUsed);
        }
    }

    /** The only time that it is shown. */
    record Issued(String token, Listed about) {
        static Issued of(TokenDesk.Issued issued) {
            return new Issued(issued.shown().value(), Listed.of(issued.token(), null));
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
