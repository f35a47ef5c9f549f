// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an administrator waits for, in an installation of 2,000 people, 10,000 policies and 3,000 secrets in 400 folders. */
class ForesightBench {
    private static final int PEOPLE = 2_000;
    private static final int POLICIES = 10_000;
    private static final int GROUPS = 500;
    private static final int FOLDERS = 400;
    private static final int ROUNDS = 60;

    private final Random random = new Random(11);
    private final List<Seeker> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> person(i)).toList();
    private final List<Goal> secrets =
            IntStream.range(0, 3_000).mapToObj(i -> secret(i)).toList();
    private final List<Policy> policies =
            IntStream.range(0, POLICIES).mapToObj(i -> policy(i)).toList();
    private final Edition edition = Edition.of(1, new PolicySet(policies));

    @Test
    void whoCanIsAnsweredWhileOneWaits() {
        time(0, ROUNDS * 3, this::whoCan);
        double median = time(1, ROUNDS, this::whoCan);

        assertThat(median).as("milliseconds, who can of 2,000 people").isLessThan(100);
    }

    @Test
    void whatChangesIsAnsweredWhileOneWaits() {
        time(0, 3, this::changes);
        time(2, 15, this::changes);
    }

    @Test
    void lintsAreFoundWhileOneWaits() {
        time(0, 5, round -> lints());
        time(3, 5, round -> lints());
    }

    private int whoCan(int round) {
        Goal goal = secrets.get(random.nextInt(secrets.size()));
        return WhoCan.of(edition, people, Verb.CODE_FETCH, goal, Rolls.FROM).size();
    }

    private int changes(int round) {
        List<Policy> changed = new ArrayList<>(policies);
        int at = random.nextInt(POLICIES);
        changed.set(at, policy(at));
        Edition after = Edition.of(2, new PolicySet(changed));
        return Changes.between(edition, after, people, secrets, Rolls.FROM)
                .gains()
                .size();
    }

    private int lints() {
        return Lints.of(edition.policies(), people, Rolls.FROM).size();
    }

    /** @return the median in milliseconds */
    private static double time(int shown, int rounds, java.util.function.IntUnaryOperator ask) {
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            assertThat(ask.applyAsInt(round)).isNotNegative();
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        java.util.Arrays.sort(times);
        if (shown > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f |%n",
                    List.of("", "who can", "what changes", "lints").get(shown),
                    times[rounds / 2],
                    times[rounds * 9 / 10],
                    times[rounds - 1]);
        }
        return times[rounds / 2];
    }

    private Seeker person(int number) {
        Set<UUID> groups = new HashSet<>();
        for (int i = 0; i < 3 + random.nextInt(10); i++) {
            groups.add(Rolls.id('g', random.nextInt(GROUPS)));
        }
        return Seeker.of(new Asker.Person(Rolls.id('u', number), groups, Credential.plain()));
    }

    /** Four folders deep, below one of ten at the top. */
    private Goal secret(int number) {
        int leaf = random.nextInt(FOLDERS);
        Set<UUID> folders = new HashSet<>(List.of(
                Rolls.id('f', leaf), Rolls.id('f', leaf / 2), Rolls.id('f', leaf / 4), Rolls.id('f', leaf % 10)));
        return Goal.shared(new Target(
                Rolls.id('c', number), folders, Set.of(Rolls.id('t', random.nextInt(60))), null, Place.SHARED));
    }

    private Policy policy(int number) {
        int kind = random.nextInt(100);
        Effect effect = kind < 5 ? Effect.DENY : kind < 8 ? Effect.REQUIRE : Effect.ALLOW;
        List<Object> clauses = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            clauses.add(hours());
        }
        if (random.nextInt(4) == 0) {
            clauses.add(new Condition.Network(Set.of(AddressRange.of("10." + random.nextInt(12) + ".0.0/16"))));
        }
        if (effect == Effect.REQUIRE || (effect == Effect.ALLOW && random.nextInt(3) == 0)) {
            clauses.add(new Need.StepUp(Duration.ofMinutes(15), Set.of()));
        }
        Subject to = random.nextInt(8) == 0
                ? new Subject.Person(Rolls.id('u', random.nextInt(PEOPLE)))
                : new Subject.Group(Rolls.id('g', random.nextInt(GROUPS)));
        Resource on = random.nextInt(10) == 0
                ? new Resource.Tag(Rolls.id('t', random.nextInt(60)))
                : new Resource.Folder(Rolls.id('f', random.nextInt(FOLDERS)));
        return Town.policy(number, effect, Verb.CODE_FETCH, to, on, clauses.toArray());
    }

    private Condition hours() {
        int from = 6 + random.nextInt(4);
        String zone = List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo").get(random.nextInt(3));
        return new Condition.Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from * 60, (from + 10) * 60, ZoneId.of(zone));
    }
}
