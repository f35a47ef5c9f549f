// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.foresight.WhoCan.Reach;
import dev.cofactor.engine.foresight.WhoCan.Reach.Extent;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Verb;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhoCanTest {
    private static final int ROUNDS = 120;

    @Test
    void neverAndAlwaysHoldWhereverOneLooksAndSometimesIsShownBothWays() {
        int sometimes = 0;
        int steps = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Rolls rolls = new Rolls(round);
            Edition edition = rolls.edition(8);
            List<Seeker> seekers = rolls.seekers();
            List<Circumstances> grid =
                    Stream.generate(rolls::somewhere).limit(150).toList();
            for (Goal goal : rolls.goals()) {
                for (Reach reach : WhoCan.of(edition, seekers, rolls.one(Rolls.VERBS), goal, Rolls.FROM)) {
                    isSo(edition, reach, goal, grid);
                    sometimes += reach.extent() == Extent.SOMETIMES ? 1 : 0;
                    steps += reach.steps().isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(sometimes).as("of those that could go either way").isGreaterThan(ROUNDS);
        assertThat(steps).isGreaterThan(ROUNDS);
    }

    private static void isSo(Edition edition, Reach reach, Goal goal, List<Circumstances> grid) {
        assertThat(reach.exact()).isTrue();
        assertThat(reach.can().isPresent()).isEqualTo(reach.extent() != Extent.NEVER);
        assertThat(reach.cannot().isPresent()).isEqualTo(reach.extent() != Extent.ALWAYS);
        assertThat(reach.through().isEmpty()).isEqualTo(reach.extent() == Extent.NEVER);
        reach.can().map(edition::decide).ifPresent(decision -> {
            assertThat(decision).isNotInstanceOf(Decision.Deny.class);
            assertThat(decision instanceof Decision.Allow)
                    .isEqualTo(reach.steps().isEmpty());
        });
        reach.cannot().map(edition::decide).ifPresent(decision -> {
            assertThat(decision).isInstanceOf(Decision.Deny.class);
            assertThat(((Decision.Deny) decision).cause())
                    .isEqualTo(reach.inTheWay().orElseThrow().cause());
        });
        Question any = reach.can().or(reach::cannot).orElseThrow();
        for (Circumstances here : grid) {
            Decision decision = edition.decide(
                    new Question(reach.who().asker(), any.verb(), goal.seenBy(reach.who().asker()), here));
            assertThat(reach.extent() == Extent.ALWAYS && decision instanceof Decision.Deny)
                    .as("%s: %s", here, reach)
                    .isFalse();
            assertThat(reach.extent() == Extent.NEVER && !(decision instanceof Decision.Deny))
                    .as("%s: %s", here, reach)
                    .isFalse();
            assertThat(reach.outright() == Extent.ALWAYS && !(decision instanceof Decision.Allow))
                    .isFalse();
            assertThat(reach.outright() == Extent.NEVER && decision instanceof Decision.Allow)
                    .isFalse();
        }
    }

    @Test
    void whoIsAskedForAmongOthersHasTheAnswerHeHasAlone() {
        for (int round = 0; round < ROUNDS; round++) {
            Rolls rolls = new Rolls(round);
            Edition edition = rolls.edition(8);
            List<Seeker> seekers = rolls.seekers();
            Goal goal = rolls.one(rolls.goals());

            List<Reach> together = WhoCan.of(edition, seekers, Verb.CODE_FETCH, goal, Rolls.FROM);
            List<Reach> alone = seekers.stream()
                    .flatMap(seeker -> WhoCan.of(edition, List.of(seeker), Verb.CODE_FETCH, goal, Rolls.FROM).stream())
                    .toList();

            assertThat(together).isEqualTo(alone);
            assertThat(together).extracting(Reach::who).isEqualTo(seekers);
        }
    }
}
