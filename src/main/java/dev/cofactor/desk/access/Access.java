// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody could do now about a code, in steps: no policy, nothing hidden.
 *
 * @param code what he would hear if he asked for it; absent where he would have it
 * @param ways any one of them is enough, and all steps of it are needed; the shortest first, empty where there is nothing to do
 * @param opens when time alone opens what is shut
 */
public record Access(Instant at, Optional<String> code, List<List<Step>> ways, Optional<Instant> opens) {
    public Access {
        ways = List.copyOf(ways);
    }

    /**
     * @param kind step-up, reason, ticket, approval or break-glass
     * @param words what has to be done, and of a person whom to ask
     */
    public record Step(String kind, String words) {}
}
