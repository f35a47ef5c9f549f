// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static java.util.stream.Collectors.toSet;

import dev.cofactor.desk.insight.Turns;
import dev.cofactor.desk.insight.Wanted;
import dev.cofactor.desk.rules.Save;
import dev.cofactor.desk.rules.Saves;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Asks a second person to let a save break what the rules must keep saying. */
@ApplicationScoped
public class OverrulingDesk {
    private final Gate gate;
    private final Saves saves;
    private final ExpectationCheck check;
    private final Overruling overruling;

    OverrulingDesk(Gate gate, Saves saves, ExpectationCheck check, Overruling overruling) {
        this.gate = gate;
        this.saves = saves;
        this.check = check;
        this.overruling = overruling;
    }

    /**
     * It is tried as it would be done, so whatever else speaks against it is told at once, and then kept.
     *
     * @param seen the edition its author has seen
     * @param wanted read only once he is admitted
     * @throws dev.cofactor.desk.proposals.Waits always, unless there is something wrong with it
     */
    public void ask(Caller caller, LongSupplier seen, Supplier<Wanted> wanted) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(ExpectationDesk.rules()));
        long from = seen.getAsLong();
        Turns.taken(() -> {
            Edition now = gate.edition();
            PolicySet next = wanted.get().onto(now.policies());
            if (now.number() != from) {
                throw Saves.changedMeanwhile();
            }
            return tried(caller, now, next);
        });
    }

    private Edition tried(Caller caller, Edition now, PolicySet next) {
        Set<UUID> broken =
                check.brokenBy(now, next).stream().map(one -> one.kept().id()).collect(toSet());
        if (broken.isEmpty()) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "nothing-overruled", "this breaks no expectation: it can be saved as it is");
        }
        Save save = Save.between(now, next);
        return overruling.overruled(
                broken, () -> saves.kept(caller, save, OverrulingKind.proposed(save, broken.stream())));
    }
}
