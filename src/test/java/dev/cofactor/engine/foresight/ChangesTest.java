// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.foresight.Changes.Stand;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final int ROUNDS = 80;

    /** One state of everything, and where somebody is looked at in it. */
    private record Side(Edition edition, Seeker seeker, Goal goal) {
        Decision at(Verb verb, Circumstances here) {
            return edition.decide(new Question(seeker.asker(), verb, goal.seenBy(seeker.asker()), here));
        }
    }

    @Test
    void whoeverGainsOrLosesAnywhereIsFoundAndNobodyElse() {
        int gains = 0;
        int losses = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Rolls rolls = new Rolls(round);
            Edition before = rolls.edition(8);
            Edition after = rolls.changed(before);
            List<Seeker> seekers = rolls.seekers();
            List<Goal> goals = rolls.goals();

            Changes changes = Changes.between(before, after, seekers, goals, Rolls.FROM);

            isFound(
                    rolls,
                    before,
                    after,
                    seekers.stream().map(Stand::as).toList(),
                    goals.stream().map(Move::none).toList(),
                    changes);
            gains += changes.gains().size();
            losses += changes.losses().size();
        }
        assertThat(gains).isGreaterThan(ROUNDS);
        assertThat(losses).isGreaterThan(ROUNDS);
    }

    @Test
    void whoeverComesIntoAGroupAndWhateverIsMovedIsFoundAsWell() {
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Rolls rolls = new Rolls(round);
            Edition edition = rolls.edition(8);
            List<Stand> stands = zip(rolls.seekers(), rolls.seekers(), Stand::new);
            List<Move> moves = zip(rolls.goals(), rolls.goals(), Move::new);

            Changes changes = Changes.of(edition, edition, stands, moves, EnumSet.copyOf(Rolls.VERBS), Rolls.FROM);

            isFound(rolls, edition, edition, stands, moves, changes);
            found += changes.gains().size();
        }
        assertThat(found).isGreaterThan(ROUNDS);
    }

    private static <A, B> List<B> zip(List<A> one, List<A> other, java.util.function.BiFunction<A, A, B> both) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> both.apply(one.get(i), other.get(i)))
                .toList();
    }

    private static void isFound(
            Rolls rolls, Edition before, Edition after, List<Stand> stands, List<Move> moves, Changes changes) {
        assertThat(changes.complete()).isTrue();
        for (Shift shift : changes.gains()) {
            assertThat(Strength.isMore(after.decide(shift.becomes()), before.decide(shift.was())))
                    .isTrue();
            assertThat(after.decide(shift.becomes())).isEqualTo(shift.after());
        }
        for (Shift shift : changes.losses()) {
            assertThat(Strength.isMore(before.decide(shift.was()), after.decide(shift.becomes())))
                    .isTrue();
        }
        List<Circumstances> grid =
                new ArrayList<>(Stream.generate(rolls::somewhere).limit(60).toList());
        grid.add(new Circumstances(null, null));
        grid.add(new Circumstances(null, rolls.address()));
        for (Stand stand : stands) {
            for (Verb verb : Rolls.VERBS) {
                long gained = 0;
                long lost = 0;
                for (Move move : moves) {
                    Side was = new Side(before, stand.before(), move.before());
                    Side becomes = new Side(after, stand.after(), move.after());
                    gained += isAnywhereMore(becomes, was, verb, grid);
                    lost += isAnywhereMore(was, becomes, verb, grid);
                }
                assertThat(gained).isLessThanOrEqualTo(goals(changes.gains(), stand.after(), verb));
                assertThat(lost).isLessThanOrEqualTo(goals(changes.losses(), stand.before(), verb));
            }
        }
    }

    private static int isAnywhereMore(Side one, Side other, Verb verb, List<Circumstances> grid) {
        return grid.stream().anyMatch(here -> Strength.isMore(one.at(verb, here), other.at(verb, here))) ? 1 : 0;
    }

    private static int goals(List<Shift> shifts, Seeker who, Verb verb) {
        return shifts.stream()
                .filter(shift -> shift.who().equals(who) && shift.verb() == verb)
                .mapToInt(Shift::goals)
                .sum();
    }

    @Test
    void whereNothingIsGainedNoStepsLetAnybodyDoMoreThanBefore() {
        int alike = 0;
        for (int round = 0; round < 4_000; round++) {
            Rolls rolls = new Rolls(round);
            Edition before = rolls.edition(6);
            Edition after = rolls.changed(before);
            Seeker seeker = rolls.one(rolls.seekers());
            Goal goal = rolls.one(rolls.goals());
            Circumstances here = rolls.somewhere();
            Side was = new Side(before, seeker, goal);
            Side becomes = new Side(after, seeker, goal);
            Decision then = was.at(Verb.CODE_FETCH, here);
            Decision now = becomes.at(Verb.CODE_FETCH, here);
            if (!Strength.isMore(now, then) && !(now instanceof Decision.Deny)) {
                alike++;
                Circumstances done = here.with(steps(rolls, here, now));
                if (becomes.at(Verb.CODE_FETCH, done) instanceof Decision.Allow) {
                    assertThat(isOnlyUnapproved(was.at(Verb.CODE_FETCH, done)))
                            .as("round %d", round)
                            .isTrue();
                }
            }
        }
        assertThat(alike).isGreaterThan(300);
    }

    /** Allowed; or what misses are approvals, which are granted for a clause by its hash, and another clause has another. */
    private static boolean isOnlyUnapproved(Decision decision) {
        return decision instanceof Decision.Allow
                || (decision instanceof Decision.Challenge challenge
                        && challenge.ways().stream()
                                .anyMatch(way -> way.missing().stream().allMatch(Need.Approval.class::isInstance)));
    }

    private static Steps steps(Rolls rolls, Circumstances here, Decision now) {
        List<Steps.Held> held = now instanceof Decision.Challenge challenge
                ? challenge.ways().stream()
                        .flatMap(way -> way.clause().stream())
                        .map(clause -> new Steps.Held(Rolls.id('h', 1), clause))
                        .toList()
                : List.of();
        return new Steps(
                Optional.of(new Steps.Proved(
                        Objects.requireNonNull(here.time()).minusSeconds(60 * (4 + rolls.random.nextInt(6))),
                        rolls.one(List.of(Need.Method.values())))),
                Optional.of("x".repeat(1 + rolls.random.nextInt(12))),
                Optional.of(rolls.one(List.of("A-1", "A-12", "A-2", "B"))),
                held);
    }

    @Test
    void aNewNameIsNoChange() {
        Edition before = new Rolls(3).edition(8);
        Edition after = Edition.of(
                2,
                new PolicySet(before.policies().policies().stream()
                        .map(policy -> new Policy(
                                policy.id(),
                                "renamed",
                                policy.state(),
                                policy.effect(),
                                policy.actions(),
                                policy.to(),
                                policy.on(),
                                policy.clauses()))
                        .toList()));

        Changes changes = Changes.between(before, after, new Rolls(3).seekers(), new Rolls(3).goals(), Rolls.FROM);

        assertThat(changes).isEqualTo(new Changes(List.of(), List.of(), true));
    }

    @Test
    void moreThanCanBeComparedIsSaidAndIsNeverNothing() {
        assertThat(new Gains(List.of(), true).isNothing()).isTrue();
        assertThat(new Gains(List.of(), false).isNothing()).isFalse();
    }
}
