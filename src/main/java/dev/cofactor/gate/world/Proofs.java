// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.clauses.Steps;
import java.util.Optional;
import java.util.UUID;

/** When and how the person behind a session last proved who he is. */
public interface Proofs {
    /** @return nothing, where he did not, or by what does not count for him: a password, if he has a second factor */
    Optional<Steps.Proved> of(UUID person, UUID session);
}
