// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether enough have said yes. Several approvals are all needed, each by its own people, and nobody counts twice: who could
 * count for two is counted where he is needed.
 */
public final class Quorum {
    private Quorum() {}

    /** Who somebody is at this moment. Whoever asks is never one of them, nor is anybody who is not active. */
    @FunctionalInterface
    public interface Standing {
        boolean isOneOf(UUID person, Need.Approval approval);
    }

    public static boolean isMet(Collection<Need.Approval> approvals, Collection<UUID> yes, Standing standing) {
        List<Need.Approval> seats = new ArrayList<>();
        approvals.forEach(approval -> {
            for (int seat = 0; seat < approval.quorum(); seat++) {
                seats.add(approval);
            }
        });
        Set<UUID> people = new HashSet<>(yes);
        Map<UUID, Integer> seated = new HashMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            if (!finds(seat, seats, people, seated, new HashSet<>(), standing)) {
                return false;
            }
        }
        return true;
    }

    /** Finds somebody for this seat, if need be by finding another seat for who has it: augmenting paths. */
    private static boolean finds(
            int seat,
            List<Need.Approval> seats,
            Set<UUID> people,
            Map<UUID, Integer> seated,
            Set<UUID> asked,
            Standing standing) {
        for (UUID person : people) {
            if (standing.isOneOf(person, seats.get(seat)) && asked.add(person)) {
                Integer has = seated.get(person);
                if (has == null || finds(has, seats, people, seated, asked, standing)) {
                    seated.put(person, seat);
                    return true;
                }
            }
        }
        return false;
    }
}
