// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has done for it so far.
 *
 * @param proved when and how he last proved who he is
 * @param held what was granted to him for this, and still stands: to this actor, for this verb, on this secret
 */
public record Steps(Optional<Proved> proved, Optional<String> reason, Optional<String> ticket, List<Held> held) {
    public static final Steps NONE = new Steps(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Steps {
        held = List.copyOf(held);
    }

    /** How long a reason is: characters that are seen, whatever they are made of. */
    public static int length(String reason) {
        String text = reason.strip();
        return text.codePointCount(0, text.length());
    }

    public record Proved(Instant at, Need.Method method) {}

    /**
     * @param clause the hash of the approvals it was given for, or of the glass that was broken
     * @param reason how long a reason was given when it was asked for
     * @param ticket that was named then
     */
    public record Held(UUID grant, String clause, int reason, Optional<String> ticket) {
        public Held(UUID grant, String clause) {
            this(grant, clause, 0, Optional.empty());
        }
    }
}
