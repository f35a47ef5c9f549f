// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.starters;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows the policies to start from to whoever may edit policies, and makes drafts of them. */
@ApplicationScoped
public class StarterDesk {
    private final Gate gate;
    private final RuleDesk rules;

    StarterDesk(Gate gate, RuleDesk rules) {
        this.gate = gate;
        this.rules = rules;
    }

    public List<Starter> all(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return Starters.all();
    }

    public Starter one(Caller caller, String key) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return found(key);
    }

    /**
     * Saves a draft.
     *
     * @param seen the edition its author has seen
     * @param chosen what stands in each hole; read only once he is admitted
     */
    public RuleDesk.Stated start(Caller caller, String key, LongSupplier seen, Supplier<Map<String, UUID>> chosen) {
        return rules.add(caller, seen, id -> found(key).filled(chosen.get(), id));
    }

    private static Starter found(String key) {
        return Starters.find(key)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }
}
