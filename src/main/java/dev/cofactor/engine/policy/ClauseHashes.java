// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has to be approved, by its hash. An edition has few different ones and is asked for them with each decision, so they are
 * remembered with it: spelling one out and hashing it costs more than all the rest of a way.
 */
final class ClauseHashes {
    private static final int MOST = 10_000;

    private final Map<List<Need>, String> known = new ConcurrentHashMap<>();

    /** @param needs of one way, put together */
    Optional<String> of(List<Need> needs) {
        List<Need> asked = new ArrayList<>(2);
        for (Need need : needs) {
            if (need instanceof Need.Approval || need instanceof Need.BreakGlass) {
                asked.add(need);
            }
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String hash = known.get(asked);
        if (hash != null) {
            return Optional.of(hash);
        }
        Optional<String> made = Joined.clause(asked);
        if (known.size() < MOST) {
            made.ifPresent(one -> known.put(asked, one));
        }
        return made;
    }
}
