// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Whether a change gives somebody anything that he lacked: what a second person has to agree to, if he is its author.
 *
 * @param complete false where there may be more
 */
public record Gains(List<Shift> gains, boolean complete) {
    public Gains {
        gains = List.copyOf(gains);
    }

    /** Over all verbs. */
    public static Gains of(
            Seeker before,
            Seeker after,
            Edition editionBefore,
            Edition editionAfter,
            Collection<Changes.Move> goals,
            Instant from) {
        Changes changes = Changes.of(
                editionBefore,
                editionAfter,
                List.of(new Changes.Stand(before, after)),
                goals,
                EnumSet.allOf(Verb.class),
                from);
        return new Gains(changes.gains(), changes.complete());
    }

    /** INVARIANT: what was not looked at to its end is no nothing. */
    public boolean isNothing() {
        return gains.isEmpty() && complete;
    }
}
