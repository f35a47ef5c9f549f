// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static dev.cofactor.engine.policy.Law.AGREES_WITH_THE_NAIVE_READING;
import static dev.cofactor.engine.policy.Law.AN_AGENT_IS_NEVER_MORE_THAN_EITHER_SIDE;
import static dev.cofactor.engine.policy.Law.L1_ORDER_SAYS_NOTHING;
import static dev.cofactor.engine.policy.Law.L2_ONE_MORE_ALLOW_NEVER_TAKES_AWAY;
import static dev.cofactor.engine.policy.Law.L4_WHAT_NOBODY_KNOWS_NEVER_RAISES;
import static dev.cofactor.engine.policy.Law.L6_ALL_STEPS_OF_ONE_WAY_ARE_ENOUGH;
import static dev.cofactor.engine.policy.Law.L7_A_DENY_THAT_MEANS_HIM_DENIES;
import static dev.cofactor.engine.policy.Law.L8_AN_ALLOW_HAS_MET_ALL_THAT_IS_REQUIRED;
import static dev.cofactor.engine.policy.Law.ONLY_WHAT_IS_ACTIVE_DECIDES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the tests can see. Ten bugs were planted in a prototype, and its laws alone saw six: each of those, and some more, is
 * shown to the same laws here, and has to be caught by those that are named.
 */
class MutantsTest {
    private static final int SETS = 4_000;

    /** One at least of those that have to see it; others may. */
    private static final Map<Mutant, Set<Law>> SEEN_BY = Map.ofEntries(
            Map.entry(Mutant.A_DENY_IS_OFF_WHERE_NOBODY_KNOWS, EnumSet.of(L4_WHAT_NOBODY_KNOWS_NEVER_RAISES)),
            Map.entry(Mutant.A_REQUIREMENT_IS_OFF_WHERE_NOBODY_KNOWS, EnumSet.of(L4_WHAT_NOBODY_KNOWS_NEVER_RAISES)),
            Map.entry(Mutant.AN_ALLOW_IS_ON_WHERE_NOBODY_KNOWS, EnumSet.of(L4_WHAT_NOBODY_KNOWS_NEVER_RAISES)),
            Map.entry(Mutant.NEEDS_OF_ALL_ALLOWS_ARE_SUMMED_UP, EnumSet.of(L2_ONE_MORE_ALLOW_NEVER_TAKES_AWAY)),
            Map.entry(Mutant.THE_FIRST_THAT_MEANS_HIM_DECIDES, EnumSet.of(L1_ORDER_SAYS_NOTHING)),
            Map.entry(Mutant.REQUIREMENTS_ARE_IGNORED, EnumSet.of(L8_AN_ALLOW_HAS_MET_ALL_THAT_IS_REQUIRED)),
            Map.entry(Mutant.A_SINGLE_DENY_IS_IGNORED, EnumSet.of(L7_A_DENY_THAT_MEANS_HIM_DENIES)),
            Map.entry(Mutant.A_CHALLENGE_LEAVES_OUT_WHAT_IS_REQUIRED, EnumSet.of(L6_ALL_STEPS_OF_ONE_WAY_ARE_ENOUGH)),
            Map.entry(Mutant.HOURS_LAST_A_MINUTE_TOO_LONG, EnumSet.noneOf(Law.class)),
            Map.entry(Mutant.WHAT_IS_NO_LONGER_OR_NOT_YET_DECIDES, EnumSet.of(ONLY_WHAT_IS_ACTIVE_DECIDES)),
            Map.entry(Mutant.AN_AGENT_NEEDS_ITS_OWN_RIGHTS_ALONE, EnumSet.of(AN_AGENT_IS_NEVER_MORE_THAN_EITHER_SIDE)),
            Map.entry(Mutant.WHAT_WAS_GRANTED_FOR_ANOTHER_CLAUSE_COUNTS, EnumSet.noneOf(Law.class)));

    @ParameterizedTest
    @EnumSource
    void isSeenByTheNaiveReadingAndByItsLaws(Mutant mutant) {
        assertThat(timesItDiffers(mutant)).as("it is another engine").isPositive();
        EnumSet<Law> seeing = EnumSet.of(AGREES_WITH_THE_NAIVE_READING);
        seeing.addAll(SEEN_BY.get(mutant));
        assertThat(seeing).allSatisfy(law -> assertThat(isSeen(law, mutant)).as("%s sees it", law).isTrue());
    }

    @Test
    void noneIsLeftOut() {
        assertThat(SEEN_BY).containsOnlyKeys(Mutant.values());
        assertThat(Mutant.values()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void hoursThatLastTooLongAreSeenAtTheirEnd() {
        HoursTable.holds(Decider.ENGINE);
        assertThatThrownBy(() -> HoursTable.holds(Mutant.HOURS_LAST_A_MINUTE_TOO_LONG))
                .isInstanceOf(AssertionError.class);
    }

    /** The tenth: a writer that loses a day. */
    @Test
    void aDayThatIsLostInWritingIsSeen() {
        assertThat(lost(PolicySet::canonical)).isFalse();
        assertThat(lost(MutantsTest::withoutFridays)).isTrue();
    }

    private static byte[] withoutFridays(PolicySet set) {
        return new String(set.canonical(), UTF_8).replace("\"fri\",\"", "\"").getBytes(UTF_8);
    }

    private static boolean lost(Function<PolicySet, byte[]> writer) {
        return IntStream.range(0, 1_000)
                .mapToObj(seed -> new Dice(seed, 3).policies(8))
                .anyMatch(set -> !PolicySet.read(writer.apply(set)).equals(set));
    }

    private static boolean isSeen(Law law, Decider engine) {
        return IntStream.range(0, SETS).anyMatch(seed -> {
            try {
                LawsTest.holds(law, engine, seed);
                return false;
            } catch (AssertionError seen) {
                return true;
            }
        });
    }

    private static long timesItDiffers(Mutant mutant) {
        return IntStream.range(0, SETS)
                .filter(seed -> {
                    Dice dice = new Dice(seed, 2);
                    List<Policy> policies = dice.policies(9).policies();
                    Question question = dice.question(policies);
                    return !mutant.decide(policies, question).equals(Decider.ENGINE.decide(policies, question));
                })
                .count();
    }
}
