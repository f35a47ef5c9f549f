// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.grants.AccessRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether what was asked for is asked for still. */
class RulesNowTest {
    private static final UUID ASKER = UUID.randomUUID();
    private static final UUID SECRET = UUID.randomUUID();
    private static final Need.Approval ONE = Scene.by(1, new Approver.Person(UUID.randomUUID()));
    private static final Need.Approval TWO = Scene.by(2, new Approver.Person(UUID.randomUUID()));
    private static final Condition LONG_AGO =
            new Condition.Dates(null, LocalDate.of(2000, 1, 1), ZoneId.of("Europe/Berlin"));

    @Test
    void theSameClauseIsStillAsked() {
        assertThat(ask(allow(ONE))).isTrue();
        assertThat(ask(allow(ONE, new Need.Reason(10)))).isTrue();
    }

    @Test
    void anotherOneIsNot() {
        assertThat(ask()).isFalse();
        assertThat(ask(allow(TWO))).isFalse();
        assertThat(ask(allow(ONE, TWO))).isFalse();
        assertThat(ask(allow())).isFalse();
    }

    @Test
    void aRequirementThatAsksMoreEndsIt() {
        assertThat(ask(allow(ONE), policy(State.ACTIVE, Effect.REQUIRE, Set.of(), TWO)))
                .isFalse();
        assertThat(ask(allow(), policy(State.ACTIVE, Effect.REQUIRE, Set.of(), ONE)))
                .isTrue();
    }

    @Test
    void whatHoldsUnderConditionsAloneIsLeftToTheGate() {
        assertThat(ask(policy(State.ACTIVE, Effect.ALLOW, Set.of(LONG_AGO), ONE)))
                .isTrue();
        assertThat(ask(allow(ONE), policy(State.ACTIVE, Effect.REQUIRE, Set.of(LONG_AGO), TWO)))
                .isTrue();
        assertThat(ask(allow(ONE), policy(State.ACTIVE, Effect.DENY, Set.of(LONG_AGO))))
                .isTrue();
        assertThat(ask(allow(ONE), policy(State.ACTIVE, Effect.DENY, Set.of()))).isFalse();
    }

    @Test
    void whatIsNotInForceAsksNothing() {
        assertThat(ask(policy(State.DRAFT, Effect.ALLOW, Set.of(), ONE))).isFalse();
        assertThat(ask(policy(State.DISABLED, Effect.ALLOW, Set.of(), ONE))).isFalse();
        assertThat(ask(allow(ONE), policy(State.DRAFT, Effect.REQUIRE, Set.of(), TWO)))
                .isTrue();
    }

    private static Policy allow(Need... needs) {
        return policy(State.ACTIVE, Effect.ALLOW, Set.of(), needs);
    }

    private static Policy policy(State state, Effect effect, Set<Condition> when, Need... needs) {
        return new Policy(
                UUID.randomUUID(),
                "A test's",
                state,
                effect,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Person(ASKER)),
                Set.of(new Resource.Secret(SECRET)),
                new Clauses(when, Set.of(needs), Set.of(), Set.of()));
    }

    private static boolean ask(Policy... policies) {
        Target target = new Target(SECRET, Set.of(), Set.of(), UUID.randomUUID(), Question.Place.SHARED);
        Edition edition = Edition.of(1, new PolicySet(List.of(policies)));
        return RulesNow.of(edition, request(), target, ASKER::equals).stillAsk(request());
    }

    private static AccessRequest request() {
        Instant now = LocalDate.of(2026, 11, 29).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new AccessRequest(
                UUID.randomUUID(),
                false,
                new AccessRequest.Asker(
                        ASKER, new Actor.Person(ASKER), Optional.of(ASKER), Optional.empty(), Optional.empty()),
                new AccessRequest.Matter("code.fetch", SECRET, "a/b", UUID.randomUUID(), 1),
                new AccessRequest.Terms(
                        Joined.clause(List.of(ONE)).orElseThrow(),
                        List.of(ONE),
                        List.of(),
                        0,
                        Optional.empty(),
                        UUID.randomUUID(),
                        now,
                        now.plusSeconds(60)),
                AccessRequest.State.PENDING,
                Optional.empty(),
                Optional.empty());
    }
}
