// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody is about to pass with.
 *
 * @param opens whether a sealed value is opened for it
 * @param takes what it takes besides
 * @param watchers who are told if it opens something
 */
public record Passage(Event event, boolean opens, List<Claim> takes, Set<UUID> watchers) {
    public Passage {
        takes = List.copyOf(takes);
        watchers = Set.copyOf(watchers);
    }

    /** Told by what it does and not by the way it came: whoever builds another way cannot forget to say it. */
    boolean givesOrChecks() {
        return opens || event.kind() == EventClass.SEED_TRIED || takes.stream().anyMatch(Passage::isCode);
    }

    /** Whether something leaves; what is opened only to be compared does not. */
    boolean releases() {
        return opens && event.kind() != EventClass.COUNTER_TRIED;
    }

    private static boolean isCode(Claim claim) {
        return switch (claim) {
            case Claim.Step step -> true;
            case Claim.Counter counter -> true;
            case Claim.BackupCode code -> true;
            case Claim.SessionStands session -> false;
            case Claim.Replay replay -> false;
            case Claim.InsteadOf before -> false;
            case Claim.Showing showing -> false;
            case Claim.Limit limit -> false;
            case Claim.GrantUse use -> false;
            case Claim.Tell tell -> false;
        };
    }
}
