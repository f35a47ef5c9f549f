// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.weighing.Past.Ruled;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Groups.Stood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether somebody else held a right within the last days, whatever was done to him since. */
class PastTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(7));
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID EDITORS = UUID.randomUUID();
    private static final UUID BARRED = UUID.randomUUID();
    private static final Policy ALLOW = policy(Effect.ALLOW, new Subject.Group(EDITORS));

    @Test
    void whoeverStoodThereOnTheFirstOfTheDaysCounts() {
        assertThat(held(ruled(days(30), ALLOW), stood(EDITORS, OTHER, days(20), days(7).plusSeconds(1))))
                .isTrue();
    }

    @Test
    void whoeverLeftBeforeDoesNot() {
        assertThat(held(ruled(days(30), ALLOW), stood(EDITORS, OTHER, days(20), days(7))))
                .isFalse();
        assertThat(held(ruled(days(30), ALLOW), stood(EDITORS, OTHER, days(20), days(8))))
                .isFalse();
    }

    @Test
    void whoeverHeldItForAMomentInBetweenCounts() {
        assertThat(held(ruled(days(30), ALLOW), stood(EDITORS, OTHER, days(4), days(4).plusMillis(1))))
                .isTrue();
    }

    @Test
    void whoeverStandsThroughAGroupCounts() {
        UUID inner = UUID.randomUUID();
        assertThat(held(
                        ruled(days(30), ALLOW),
                        stood(EDITORS, inner, days(20), null),
                        stood(inner, OTHER, days(3), days(2))))
                .isTrue();
        assertThat(held(
                        ruled(days(30), ALLOW),
                        stood(EDITORS, inner, days(20), days(4)),
                        stood(inner, OTHER, days(3), days(2))))
                .isFalse();
    }

    @Test
    void aPolicyThatWasTakenAwayMeanwhileCounts() {
        List<Ruled> ruled = List.of(edition(1, days(30), ALLOW), edition(2, days(6)));
        assertThat(held(ruled, stood(EDITORS, OTHER, days(20), null))).isTrue();
        List<Ruled> before = List.of(edition(1, days(30), ALLOW), edition(2, days(8)));
        assertThat(held(before, stood(EDITORS, OTHER, days(20), null))).isFalse();
    }

    /** The trick: put him where he is barred, and say that he never held it. */
    @Test
    void whoeverWasBarredMeanwhileHeldItBefore() {
        Policy deny = policy(Effect.DENY, new Subject.Group(BARRED));
        assertThat(held(
                        ruled(days(30), ALLOW, deny),
                        stood(EDITORS, OTHER, days(20), null),
                        stood(BARRED, OTHER, days(1), null)))
                .isTrue();
        assertThat(held(
                        ruled(days(30), ALLOW, deny),
                        stood(EDITORS, OTHER, days(20), null),
                        stood(BARRED, OTHER, days(9), null)))
                .isFalse();
    }

    /** His memberships end when he goes; his name in a policy does not. */
    @Test
    void whoeverHasGoneBeforeDoesNotCountThoughAPolicyNamesHim() {
        Policy named = policy(Effect.ALLOW, new Subject.Person(OTHER));
        Stood gone = new Stood(Groups.EVERYONE, OTHER, days(30), Optional.of(days(8)));
        assertThat(new Past(FROM, List.of(gone), ruled(days(30), named))
                        .held(List.of(OTHER), Verb.POLICY_EDIT, Goal.shared(Target.installation())))
                .isFalse();
        Stood lately = new Stood(Groups.EVERYONE, OTHER, days(30), Optional.of(days(6)));
        assertThat(new Past(FROM, List.of(lately), ruled(days(30), named))
                        .held(List.of(OTHER), Verb.POLICY_EDIT, Goal.shared(Target.installation())))
                .isTrue();
    }

    private static boolean held(List<Ruled> ruled, Stood... memberships) {
        List<Stood> all = new ArrayList<>(List.of(memberships));
        all.add(new Stood(Groups.EVERYONE, OTHER, days(40), Optional.empty()));
        return new Past(FROM, all, ruled).held(List.of(OTHER), Verb.POLICY_EDIT, Goal.shared(Target.installation()));
    }

    private static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }

    private static Stood stood(UUID group, UUID member, Instant since, @Nullable Instant until) {
        return new Stood(group, member, since, Optional.ofNullable(until));
    }

    private static List<Ruled> ruled(Instant since, Policy... policies) {
        return List.of(edition(1, since, policies));
    }

    private static Ruled edition(long number, Instant since, Policy... policies) {
        return new Ruled(since, Edition.of(number, new PolicySet(List.of(policies))));
    }

    private static Policy policy(Effect effect, Subject to) {
        return new Policy(
                UUID.randomUUID(),
                "A test's",
                effect,
                Set.of(Verb.POLICY_EDIT),
                Set.of(to),
                Set.of(new Resource.Everything()));
    }
}
