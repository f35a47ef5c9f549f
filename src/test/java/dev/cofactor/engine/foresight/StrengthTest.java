// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Need.Method;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.engine.policy.Way.Charge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrengthTest {
    private static final Approver LEADS = new Approver.Group(Rolls.id('g', 1));
    private static final Approver SECURITY = new Approver.Group(Rolls.id('g', 2));

    /** What asks for less stands first. */
    static Stream<Arguments> weakerAndStronger() {
        return Stream.of(
                Arguments.of(way(), way(reason(1))),
                Arguments.of(way(reason(5)), way(reason(6))),
                Arguments.of(way(stepUp(10)), way(stepUp(5))),
                Arguments.of(way(stepUp(10)), way(stepUp(10, Method.PASSKEY))),
                Arguments.of(way(stepUp(10, Method.PASSKEY, Method.TOTP)), way(stepUp(9, Method.PASSKEY))),
                Arguments.of(way(ticket("*")), way(ticket("A-*"))),
                Arguments.of(way(ticket("A-*")), way(ticket("A-1*"))),
                Arguments.of(way(ticket("A-*")), way(ticket("A-*1"))),
                Arguments.of(way(ticket("A-*")), way(ticket("A-12"))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS)), way(approval(2, 30, 3, false, LEADS))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS)), way(approval(1, 29, 3, false, LEADS))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS)), way(approval(1, 30, 2, false, LEADS))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS)), way(approval(1, 30, 3, true, LEADS))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS, SECURITY)), way(approval(1, 30, 3, false, LEADS))),
                Arguments.of(
                        way(approval(1, 30, 3, false, LEADS)),
                        way(approval(1, 30, 3, false, LEADS), approval(1, 30, 3, false, SECURITY))),
                Arguments.of(way(glass(10, 60, 2)), way(glass(11, 60, 2))),
                Arguments.of(way(glass(10, 60, 2)), way(glass(10, 59, 2))),
                Arguments.of(way(glass(10, 60, 2)), way(glass(10, 60, 1))),
                Arguments.of(way(), limited(5, 60)),
                Arguments.of(limited(5, 60), limited(4, 60)),
                Arguments.of(limited(5, 60), limited(5, 61)),
                Arguments.of(limited(5, 60, Limit.By.ACTOR), limited(5, 60)),
                Arguments.of(way(), told()));
    }

    @ParameterizedTest
    @MethodSource("weakerAndStronger")
    void whatAsksForLessIsNoStricterAndNotTheOtherWayRound(Way weaker, Way stronger) {
        assertThat(Strength.isNoStricter(weaker, stronger)).isTrue();
        assertThat(Strength.isNoStricter(stronger, weaker)).isFalse();
        assertThat(Strength.isNoStricter(weaker, weaker)).isTrue();
        assertThat(Strength.isNoStricter(stronger, stronger)).isTrue();
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of(way(reason(1)), way(ticket("*"))),
                Arguments.of(way(reason(6), stepUp(10)), way(reason(5), stepUp(5))),
                Arguments.of(way(stepUp(5)), way(stepUp(10, Method.TOTP))),
                Arguments.of(way(stepUp(5, Method.PASSKEY)), way(stepUp(5, Method.TOTP))),
                Arguments.of(way(ticket("A-*")), way(ticket("*-1"))),
                Arguments.of(way(approval(2, 30, 3, false, LEADS)), way(approval(1, 30, 3, false, SECURITY))),
                Arguments.of(way(approval(1, 30, 3, false, LEADS)), way(glass(10, 30, 3))),
                // One yes does not count twice: neither of the two is enough for both.
                Arguments.of(
                        way(approval(1, 30, 3, false, LEADS, SECURITY), approval(1, 31, 3, false, LEADS, SECURITY)),
                        way(approval(1, 29, 3, false, LEADS), reason(1))));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatAsksForSomethingElseIsStricterBothWays(Way one, Way other) {
        assertThat(Strength.isNoStricter(one, other)).isFalse();
        assertThat(Strength.isNoStricter(other, one)).isFalse();
    }

    private static Way way(Need... needs) {
        return new Way(List.of(), List.of(needs), List.of(), Set.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Way limited(int most, int minutes, Limit.By... by) {
        Charge charge = new Charge(Rolls.id('p', most), new Limit(most, Duration.ofMinutes(minutes), Set.of(by)));
        return new Way(
                List.of(), List.of(), List.of(charge), Set.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Way told() {
        Duty tell = new Duty.Tell(new Duty.Whom.Owners());
        return new Way(List.of(), List.of(), List.of(), Set.of(tell), List.of(), Optional.empty(), Optional.empty());
    }

    private static Need reason(int atLeast) {
        return new Need.Reason(atLeast);
    }

    private static Need stepUp(int minutes, Method... methods) {
        return new Need.StepUp(Duration.ofMinutes(minutes), Set.of(methods));
    }

    private static Need ticket(String form) {
        return new Need.Ticket(new Glob(form));
    }

    private static Need approval(int quorum, int minutes, int uses, boolean notTheAuthor, Approver... of) {
        return new Need.Approval(
                quorum, Set.of(of), Duration.ofHours(1), Duration.ofMinutes(minutes), uses, notTheAuthor);
    }

    private static Need glass(int atLeast, int minutes, int uses) {
        return new Need.BreakGlass(atLeast, Duration.ofMinutes(minutes), uses);
    }
}
