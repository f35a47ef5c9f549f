// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.foresight.Lints;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What looks like a mistake in rules, among those there are. It is shown and holds nothing up. */
@ApplicationScoped
class Warnings {
    private final Foresight foresight;
    private final Clock clock;

    Warnings(Foresight foresight, Clock clock) {
        this.foresight = foresight;
        this.clock = clock;
    }

    /** @param about whether somebody wants to hear of this policy */
    List<Lint> of(PolicySet rules, Predicate<UUID> about) {
        return Lints.of(rules, foresight.everybody(), clock.instant()).stream()
                .filter(lint -> about.test(lint.policy()))
                .toList();
    }
}
