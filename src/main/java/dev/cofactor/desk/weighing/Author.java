// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.ledger.grants.ShownCredentials.Shown;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever asks for a change, and all that he can show himself as.
 *
 * @param id in whose name he asks
 * @param machine whether that is a service
 * @param people himself, or of a service whoever has seen what it shows: none of them is the second person
 * @param held what these people have seen that is still good
 */
public record Author(UUID id, boolean machine, Set<UUID> people, List<Shown> held) {
    public Author {
        people = Set.copyOf(people);
        held = List.copyOf(held);
    }
}
