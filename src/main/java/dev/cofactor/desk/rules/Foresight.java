// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import java.util.Collection;

/** What rules come to: known above this room, and asked only for somebody who has been admitted to the rules. */
public interface Foresight {
    /** Everybody who could ask for anything. */
    Collection<Seeker> everybody();

    /** Who gains and who loses by other rules, as it is told outside. */
    Object changes(Edition now, PolicySet next);
}
