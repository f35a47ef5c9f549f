// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The rules through one caller's eyes, at one moment. It opens nothing; what it hides is left out, not refused. */
public final class View {
    private final Facts facts;
    private final Optional<Asker> asker;
    private final Circumstances circumstances;

    View(Caller caller, Facts facts, Instant time) {
        this.facts = facts;
        this.asker = Credentials.asker(caller, facts, time);
        this.circumstances = new Circumstances(time, caller.line().address().orElse(null));
    }

    public boolean may(Verb verb, Target target) {
        return decide(verb, target).filter(Decision.Allow.class::isInstance).isPresent();
    }

    /** Whoever may do anything with a secret knows that it is there. */
    public boolean shows(Target secret) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.about() == Verb.About.SECRET)
                .anyMatch(verb -> may(verb, secret));
    }

    /**
     * What needs the right at several ends is decided at the first end where it is missing: that one is then refused, and
     * named on the log. Where it is missing at none, at the first.
     */
    public Sight firstWithout(Verb verb, Sight... ends) {
        return Arrays.stream(ends)
                .filter(end -> !may(verb, end.target()))
                .findFirst()
                .orElse(ends[0]);
    }

    /** @return nothing, where there is nobody who could be allowed anything */
    Optional<Decision> decide(Verb verb, Target target) {
        return asker.map(one -> facts.edition().decide(new Question(one, verb, target, circumstances)));
    }

    /** Whether there is anybody who could be allowed anything: a credential of somebody who is active. */
    public boolean isOfSomebody() {
        return asker.isPresent();
    }

    Facts facts() {
        return facts;
    }
}
