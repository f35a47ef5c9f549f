// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Steps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody says for it.
 *
 * @param request of access, which he goes on with; another one's changes nothing
 */
public record Given(Optional<String> reason, Optional<String> ticket, Optional<UUID> request) {
    public static final Given NOTHING = new Given(Optional.empty(), Optional.empty(), Optional.empty());

    Steps said() {
        return new Steps(Optional.empty(), reason, ticket, List.of());
    }
}
