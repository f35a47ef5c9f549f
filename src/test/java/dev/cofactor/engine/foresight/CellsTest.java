// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-28T21:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> ALWAYS = EnumSet.allOf(DayOfWeek.class);

    @Test
    void whateverHoldsTogetherSomewhereHoldsTogetherInACell() {
        for (int round = 0; round < 60; round++) {
            Rolls rolls = new Rolls(round);
            List<Policy> policies = IntStream.range(0, 5)
                    .mapToObj(i -> rolls.policy(Rolls.id('p', i)))
                    .toList();
            Cells cells = Cells.of(policies, Rolls.FROM);
            Set<List<Boolean>> known =
                    cells.known().stream().map(here -> held(policies, here)).collect(toSet());

            assertThat(cells.exact()).isTrue();
            assertThat(cells.known())
                    .allMatch(here -> !Objects.requireNonNull(here.time()).isBefore(Rolls.FROM));
            for (int i = 0; i < 2_000; i++) {
                Circumstances here = rolls.somewhere();
                assertThat(known).as("round %d: %s", round, here).contains(held(policies, here));
            }
        }
    }

    @Test
    void noTwoCellsSayTheSameOfTimeOrAddress() {
        Policy policy = when(hours(8 * 60, 18 * 60, BERLIN), network("10.0.0.0/8"));

        Cells cells = Cells.of(List.of(policy), NOVEMBER);

        assertThat(cells.known()).hasSize(4);
        assertThat(cells.unknown()).hasSize(5).contains(new Circumstances(null, null));
        assertThat(Cells.of(List.of(when()), NOVEMBER).all()).hasSize(1);
    }

    @Test
    void theWeeksInWhichOnlyOneContinentHasChangedItsClocksAreSeen() {
        // Three in the afternoon in Berlin is nine in New York, but for three weeks in March and one in autumn.
        Policy both = when(hours(15 * 60, 16 * 60, BERLIN), hours(10 * 60, 11 * 60, NEW_YORK));

        List<Circumstances> held = Cells.of(List.of(both), NOVEMBER).known().stream()
                .filter(here -> held(List.of(both), here).getFirst())
                .toList();

        assertThat(held)
                .isNotEmpty()
                .allMatch(here -> Objects.requireNonNull(here.time()).isBefore(Instant.parse("2027-03-28T01:00:00Z")));
    }

    @Test
    void anHourThatIsSkippedOrComesTwiceIsSeenAsClocksShowIt() {
        // Of that one day only: at two o'clock it is three.
        Policy skipped = when(on(LocalDate.of(2027, 3, 28)), hours(2 * 60, 3 * 60, BERLIN));
        Policy twice = when(on(LocalDate.of(2027, 10, 31)), hours(2 * 60, 3 * 60, BERLIN));

        assertThat(everHeld(skipped)).isFalse();
        assertThat(everHeld(twice)).isTrue();
    }

    @Test
    void aDateFarAwayIsReachedAndWhatFollowsIsSeenForAYear() {
        LocalDate far = LocalDate.of(2090, 1, 1);
        Policy later = when(new Condition.Dates(far, null, BERLIN), hours(15 * 60, 16 * 60, BERLIN));

        assertThat(everHeld(later)).isTrue();
        assertThat(everHeld(when(on(LocalDate.of(2026, 11, 27))))).isFalse();
        assertThat(everHeld(when(on(LocalDate.of(2026, 11, 28))))).isTrue();
    }

    @Test
    void aMidnightThatComesTwiceBeginsItsDayTwice() {
        // Clocks in Santiago go from midnight back to eleven in the evening of the day before: 3 April 2027.
        ZoneId santiago = ZoneId.of("America/Santiago");
        Policy eve = when(
                new Condition.Dates(LocalDate.of(2027, 4, 3), LocalDate.of(2027, 4, 3), santiago),
                hours(23 * 60, 24 * 60, santiago));
        Instant second = Instant.parse("2027-04-04T03:30:00Z");

        assertThat(held(List.of(eve), new Circumstances(second, null))).containsExactly(true);
        assertThat(everHeld(eve)).isTrue();
    }

    @Test
    void mappedAddressesAreTheFoursTheyAreAndHideNoSixes() {
        Policy around = when(network("::fffe:0:0/95"), new Condition.Not(network("::fffe:0:0/96")));
        Policy behind = when(new Condition.Not(network("::/64")), network("::/0"));

        assertThat(everHeld(around))
                .as("in it are IPv4 addresses alone, which are in no IPv6 network")
                .isFalse();
        assertThat(everHeld(behind)).isTrue();
    }

    @Test
    void theLastAddressOfAllHasNoneBehindIt() {
        Policy last = when(network("255.255.255.255/32", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"));

        assertThat(everHeld(last)).isTrue();
        assertThat(everHeld(when(new Condition.Not(network("0.0.0.0/0", "::/0")))))
                .isFalse();
    }

    @Test
    void tooManyCellsAreSaidToBeTooMany() {
        List<Policy> policies = Stream.concat(
                        IntStream.range(0, 300).mapToObj(i -> when(hours(i, i + 700, BERLIN))),
                        IntStream.range(0, 200).mapToObj(i -> when(network("10.0." + i + ".0/24"))))
                .toList();

        Cells cells = Cells.of(policies, NOVEMBER);

        assertThat(cells.exact()).isFalse();
        assertThat(cells.all()).hasSize(Cells.MOST);
    }

    private static boolean everHeld(Policy policy) {
        return Cells.of(List.of(policy), NOVEMBER).known().stream()
                .anyMatch(here -> held(List.of(policy), here).getFirst());
    }

    /** Which of them hold, as the engine tests them. */
    private static List<Boolean> held(List<Policy> policies, Circumstances here) {
        return policies.stream()
                .map(policy -> policy.clauses().when().stream().allMatch(Cells.at(here.time(), here.address())))
                .toList();
    }

    private static Condition hours(int from, int until, ZoneId zone) {
        return new Condition.Hours(ALWAYS, from, until, zone);
    }

    private static Condition on(LocalDate day) {
        return new Condition.Dates(day, day, BERLIN);
    }

    private static Condition network(String... ranges) {
        return new Condition.Network(Stream.of(ranges).map(AddressRange::of).collect(toSet()));
    }

    private static Policy when(Condition... conditions) {
        return new Policy(
                Rolls.id('p', 1),
                "when",
                State.ACTIVE,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Anyone()),
                Set.of(new Resource.Everything()),
                new Clauses(Set.of(conditions), Set.of(), Set.of(), Set.of()));
    }
}
