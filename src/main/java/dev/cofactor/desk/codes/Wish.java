// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import java.time.Duration;
import java.util.Optional;

/**
 * How somebody wants his code.
 *
 * @param minValidity for how long it must still be good when it leaves
 * @param key under which a repetition is known as one
 * @param reason what he gives as his reason; it stands in the sealed body of the record
 */
public record Wish(
        Duration minValidity,
        Patience patience,
        Optional<String> key,
        Optional<String> reason,
        Optional<String> ticket) {

    /** What he does when the step is not to be had. */
    public sealed interface Patience {
        /** Waits for a later one, for so long. */
        record UpTo(Duration most) implements Patience {}

        /** Takes the following step now, and has its code when that begins. */
        record Next() implements Patience {}
    }
}
