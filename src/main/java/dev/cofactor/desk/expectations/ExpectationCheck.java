// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import dev.cofactor.desk.rules.SaveCheck;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.KeptExpectations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** No save breaks what the rules say now and must keep saying. */
@ApplicationScoped
class ExpectationCheck implements SaveCheck {
    private final KeptExpectations kept;
    private final Trials trials;
    private final Overruling overruling;

    ExpectationCheck(KeptExpectations kept, Trials trials, Overruling overruling) {
        this.kept = kept;
        this.trials = trials;
        this.overruling = overruling;
    }

    /**
     * What is broken now stays as it is: it is no worse for the save, and the way back may need several. What a second person
     * lets be broken is named on the save's record.
     */
    @Override
    public Details check(Caller author, Edition from, PolicySet next) {
        List<Trials.Result> broken = brokenBy(from, next);
        List<Trials.Result> stand =
                broken.stream().filter(one -> !overruling.passes(one)).toList();
        if (!stand.isEmpty()) {
            throw ExpectationBroken.bySave(stand);
        }
        List<String> overruled =
                broken.stream().map(one -> one.kept().id().toString()).toList();
        return overruled.isEmpty() ? Details.none() : Details.none().with(Name.OVERRULED, overruled);
    }

    List<Trials.Result> brokenBy(Edition from, PolicySet next) {
        List<KeptExpectations.Kept> all = kept.all();
        if (all.isEmpty()) {
            return List.of();
        }
        return trials.results(Edition.of(from.number() + 1, next), all).stream()
                .filter(Trials.Result::isBroken)
                .filter(result -> trials.broken(from, result.expectation()).isEmpty())
                .toList();
    }
}
