// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.foresight.WhoCan;
import dev.cofactor.engine.foresight.WhoCan.Reach;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.List;

/** Whether somebody holds a right at all: at whatever time, from wherever, after whatever steps. */
final class Holding {
    private Holding() {}

    static boolean any(Asker asker, Verb verb, Goal goal, Edition edition, Instant from) {
        return any(Seeker.of(asker), verb, goal, edition, from);
    }

    static boolean any(Seeker seeker, Verb verb, Goal goal, Edition edition, Instant from) {
        return WhoCan.of(edition, List.of(seeker), verb, goal, from).stream()
                .anyMatch(reach -> reach.extent() != Reach.Extent.NEVER || !reach.exact());
    }
}
