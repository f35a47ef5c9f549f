// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who might ask, and for what.
 *
 * @param at absent for now
 * @param address absent where nobody knows from where he would call
 * @param proof how long before he would have proved who he is
 */
record Supposed(
        Who who,
        Verb verb,
        On on,
        Optional<Instant> at,
        Optional<InetAddress> address,
        Optional<Proof> proof,
        Optional<String> reason,
        Optional<String> ticket) {

    sealed interface Who {
        UUID id();

        record Person(UUID id) implements Who {}

        /**
         * @param token that it shows; where it is not said, and nothing is vouched for, the first that is good then and there
         * @param claims what somebody vouches for
         */
        record Service(UUID id, Optional<UUID> token, Set<Subject.Claim> claims) implements Who {
            public Service {
                claims = Set.copyOf(claims);
            }
        }

        record Agent(UUID id, UUID person) implements Who {}
    }

    /** To what it would be done. */
    sealed interface On {
        /** By path or id, as its author wrote it. */
        record Secret(String pathOrId) implements On {}

        /** The same: for what is made or changed in it. */
        record Folder(String pathOrId) implements On {}

        record Installation() implements On {}
    }

    record Proof(Duration ago, Need.Method method) {}

    /** What the asker gives as his reason stands nowhere. */
    @Override
    public String toString() {
        return "Supposed[" + who.id() + ", " + verb + "]";
    }
}
