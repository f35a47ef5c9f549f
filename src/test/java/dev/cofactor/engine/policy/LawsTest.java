// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Decision.Cause;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Reference.Verdict;
import dev.cofactor.fixtures.Nightly;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all policies and all questions; here, for ten thousand random sets of them, and a million in the night. */
class LawsTest {
    static final int SETS = Nightly.or(10_000, 1_000_000);

    @ParameterizedTest
    @EnumSource
    void holdsForAllSets(Law law) {
        IntStream.range(0, SETS).parallel().forEach(seed -> holds(law, Decider.ENGINE, seed));
    }

    /** One law, one set, one question, told with what makes it again. */
    static void holds(Law law, Decider engine, int seed) {
        Dice dice = new Dice(seed, 2);
        List<Policy> policies = dice.policies(9).policies();
        Question question = dice.question(policies);
        try {
            law.holds(engine, dice, policies, question);
        } catch (AssertionError broken) {
            throw new AssertionError("%s is broken by seed %d: %s".formatted(law, seed, broken.getMessage()), broken);
        }
    }

    @Test
    void noVerdictIsRareOrAgreeingOnItSaysLittle() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < 10_000; seed++) {
            Dice dice = new Dice(seed, 2);
            List<Policy> policies = dice.policies(9).policies();
            seen.merge(Reference.judge(policies, dice.question(policies)), 1, Integer::sum);
        }
        assertThat(seen).containsOnlyKeys(Verdict.values());
        assertThat(seen).as("of 10,000").allSatisfy((verdict, times) -> assertThat(times).isGreaterThan(150));
    }

    @Test
    void noPolicyAtAllAllowsNothing() {
        assertThat(Decider.ENGINE.decide(List.of(), new Dice(0, 3).question()))
                .isEqualTo(new Deny(Cause.NOTHING_ALLOWS, new Decision.Trace(1, List.of(), List.of())));
    }
}
