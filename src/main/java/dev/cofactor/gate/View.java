// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.world.Credentials;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.Holdings;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.clock.Reading;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rules through one caller's eyes, at one moment. It opens nothing; what it hides is left out, not refused. Where the clock
 * is off no condition on time is met, and none is not: an allow that has one is no allow, a deny that has one denies.
 */
public final class View {
    private final Caller caller;
    private final Facts facts;
    private final Holdings holdings;
    private final Set<UUID> without;
    private final Optional<Asker> asker;
    private final Circumstances circumstances;

    /** @param without grants that are used up, as was found when it came to the record */
    View(Caller caller, Given given, Facts facts, Holdings holdings, Reading clock, Set<UUID> without) {
        this(caller, given.said(), facts, holdings, clock, without);
    }

    /** @param done what he says, or is supposed to have done; a proof in it stands in place of the one on record */
    View(Caller caller, Steps done, Facts facts, Holdings holdings, Reading clock, Set<UUID> without) {
        this.caller = caller;
        this.facts = facts;
        this.holdings = holdings;
        this.without = Set.copyOf(without);
        this.asker = Credentials.asker(caller, facts, clock.time());
        this.circumstances =
                new Circumstances(clock.known(), caller.line().address().orElse(null), done);
    }

    public boolean may(Verb verb, Target target) {
        return decide(verb, target).filter(Decision.Allow.class::isInstance).isPresent();
    }

    /** Whoever may do anything with a secret, if need be after some step, knows that it is there. */
    public boolean shows(Target secret) {
        return asker.isPresent()
                && Arrays.stream(Verb.values())
                        .filter(verb -> verb.about() == Verb.About.SECRET)
                        .map(verb -> decided(asker.get(), verb, secret.asEver(), circumstances))
                        .anyMatch(decision -> !(decision instanceof Decision.Deny));
    }

    /** Whether it is denied whatever he does for it; what he has done is not looked up, since it takes no deny away. */
    boolean denies(Verb verb, Target target) {
        return asker.map(one -> decided(one, verb, target, circumstances))
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isEmpty();
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

    /**
     * What is on record of him is looked up where something is missing, and not before: most of what is allowed asks for
     * nothing.
     *
     * @return nothing, where there is nobody who could be allowed anything
     */
    public Optional<Decision> decide(Verb verb, Target target) {
        return decide(verb, target, false);
    }

    /** For the record: only there it is found whether it is a repetition, for which what is used up still counts. */
    Optional<Decision> rule(Verb verb, Target target) {
        return decide(verb, target, true);
    }

    private Optional<Decision> decide(Verb verb, Target target, boolean again) {
        return asker.map(one -> {
            Decision first = decided(one, verb, target, circumstances);
            return first instanceof Decision.Challenge
                    ? decided(one, verb, target, circumstances.with(steps(verb, target, again)))
                    : first;
        });
    }

    private Steps steps(Verb verb, Target target, boolean again) {
        Steps done = circumstances.steps();
        Steps found = holdings.of(caller, verb, target, facts, done, without, again);
        return done.proved().isEmpty() ? found : new Steps(done.proved(), found.reason(), found.ticket(), found.held());
    }

    private Decision decided(Asker one, Verb verb, Target target, Circumstances in) {
        return facts.edition().decide(new Question(one, verb, target, in));
    }

    /** Whether there is anybody who could be allowed anything: a credential of somebody who is active. */
    public boolean isOfSomebody() {
        return asker.isPresent();
    }

    Facts facts() {
        return facts;
    }
}
