// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Policy.Effect;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ratios of one run, with wide margins: machines differ, and this one may be busy. */
class IndexSpeedTest {
    private static final int QUESTIONS = 2_000;

    @Test
    void tenThousandPoliciesAreHardlySlowerThanAHundredAndFarFasterThanAWalk() {
        Dice dice = new Dice(1, 1_500);
        PolicySet small = policies(dice, 100);
        PolicySet large = policies(dice, 10_000);
        List<Question> questions =
                IntStream.range(0, QUESTIONS).mapToObj(i -> dice.question()).toList();

        double few = best(30, questions, Edition.of(1, small)::decide);
        double many = best(30, questions, Edition.of(1, large)::decide);
        double walk = best(2, questions.subList(0, 100), question -> Reference.judge(large.policies(), question));

        assertThat(walk / many).as("a walk over all, in decisions").isGreaterThan(20);
        assertThat(many / few).as("10,000 policies against 100").isLessThan(6);
    }

    private static PolicySet policies(Dice dice, int count) {
        return new PolicySet(IntStream.range(0, count)
                .mapToObj(i -> dice.policy(Dice.id(0, i), i % 20 == 0 ? Effect.DENY : Effect.ALLOW))
                .toList());
    }

    /** Nanoseconds for one question, in the best of some rounds: the others were interrupted, or not compiled yet. */
    private static double best(int rounds, List<Question> questions, Consumer<Question> decide) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            questions.forEach(decide);
            best = Math.min(best, System.nanoTime() - start);
        }
        return (double) best / questions.size();
    }
}
