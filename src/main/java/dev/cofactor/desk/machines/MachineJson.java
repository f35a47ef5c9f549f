// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How services are spoken of outside. */
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

    record Shown(String id, String name, boolean active, List<TokenJson.Listed> tokens) {
        static Shown of(Service service, List<Token> tokens, Map<UUID, Instant> used) {
            return new Shown(
                    service.id().toString(),
                    service.name(),
                    service.active(),
                    tokens.stream()
                            .map(token -> TokenJson.Listed.of(token, used.get(token.id())))
                            .toList());
        }
    }

    record Listing(List<Shown> services) {}
}
