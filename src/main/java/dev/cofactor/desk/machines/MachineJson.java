// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How services and their tokens are spoken of outside. */
final class MachineJson {
    private MachineJson() {}

    /** What is not given stays, and a new one needs a name. */
    record Given(@Nullable String name, @Nullable Boolean active) {
        DisplayName required() {
            return named().orElseThrow(() -> MachineRefused.invalid("a service has a name"));
        }

        MachineDesk.Edit edit() {
            return new MachineDesk.Edit(named(), Optional.ofNullable(active));
        }

        private Optional<DisplayName> named() {
            return Optional.ofNullable(name).map(DisplayName::of);
        }
    }

    /** A token that is wanted. */
    record Ordered(@Nullable String label, @Nullable Integer days) {
        MachineDesk.Order order() {
            if (label == null || days == null) {
                throw MachineRefused.invalid("a token has a label, and a number of days that it is good for");
            }
            return MachineDesk.Order.of(label, days);
        }
    }

    record Shown(String id, String name, boolean active, List<Listed> tokens) {
        static Shown of(Service service, List<Token> tokens) {
            return new Shown(
                    service.id().toString(),
                    service.name(),
                    service.active(),
                    tokens.stream().map(Listed::of).toList());
        }
    }

    record Listing(List<Shown> services) {}

    record Listed(
            String id,
            String label,
            Instant since,
            Instant until,
            @Nullable Instant ended) {
        static Listed of(Token token) {
            return new Listed(
                    token.id().toString(),
                    token.label(),
                    token.since(),
                    token.until(),
                    token.ended().orElse(null));
        }
    }

    /** The only time that it is shown. */
    record Issued(String token, Listed about) {
        static Issued of(MachineDesk.Issued issued) {
            return new Issued(issued.shown().value(), Listed.of(issued.token()));
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
