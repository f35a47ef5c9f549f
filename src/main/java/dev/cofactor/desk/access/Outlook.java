// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.clauses.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How somebody stands to a secret's codes at this moment, for a list of many. */
public sealed interface Outlook {
    /** He would have one now. @param granted what is left, where somebody agreed to it */
    record Free(Optional<Granted> granted) implements Outlook {}

    record Granted(Instant until, int uses) {}

    /** He has asked, and it can still be decided. */
    record Asked(Instant until) implements Outlook {}

    /** He would have one after this, which is the shortest way. */
    record Steps(List<Need> missing) implements Outlook {
        public Steps {
            missing = List.copyOf(missing);
        }
    }

    /** Denied, whatever he does. @param opens when time alone changes that */
    record Shut(Optional<Instant> opens) implements Outlook {}
}
