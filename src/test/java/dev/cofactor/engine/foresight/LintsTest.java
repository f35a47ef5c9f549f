// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static dev.cofactor.engine.foresight.Lints.Code.*;
import static dev.cofactor.engine.foresight.Town.IN_PROD;
import static dev.cofactor.engine.foresight.Town.ON_CALL;
import static dev.cofactor.engine.foresight.Town.policy;
import static dev.cofactor.engine.policy.Policy.Effect.ALLOW;
import static dev.cofactor.engine.policy.Policy.Effect.DENY;
import static dev.cofactor.engine.policy.Policy.Effect.REQUIRE;
import static dev.cofactor.engine.policy.Verb.CODE_FETCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.foresight.Lints.Code;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LintsTest {
    private static final Subject LEADS = new Subject.Group(Town.LEADS);
    private static final Resource EVERYTHING = new Resource.Everything();
    private static final Condition OFFICE = new Condition.Network(Set.of(AddressRange.of("10.0.0.0/8")));
    private static final Need STEP_UP = new Need.StepUp(Duration.ofMinutes(5), Set.of());
    /** Leads may decide, so what is found is what was looked for. */
    private static final Policy DECIDE = policy(90, ALLOW, Verb.APPROVAL_DECIDE, LEADS, EVERYTHING);

    private final Town town = new Town();

    @Test
    void whatIsAsItShouldBeIsNotFoundFaultWith() {
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE, STEP_UP, approval(2))))
                .isEmpty();
    }

    @Test
    void whoIsNotThereIsReachedByNobody() {
        Policy empty = policy(1, ALLOW, CODE_FETCH, new Subject.Group(Town.CONTRACTORS), IN_PROD);

        assertThat(places(REACHES_NOBODY, empty)).containsExactly("/to");
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, new Subject.Person(Town.ANA), IN_PROD)))
                .isEmpty();
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, new Subject.Token(Rolls.id('k', 1)), IN_PROD)))
                .as("which tokens there are is not known")
                .isEmpty();
    }

    @Test
    void anAllowUnderADenyIsShadowed() {
        Policy allow = policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE);

        assertThat(codes(allow, policy(2, DENY, CODE_FETCH, new Subject.Anyone(), EVERYTHING)))
                .containsExactly(SHADOWED);
        assertThat(codes(allow, policy(2, DENY, CODE_FETCH, ON_CALL, IN_PROD, OFFICE)))
                .containsExactly(SHADOWED);
        assertThat(codes(allow, policy(2, DENY, CODE_FETCH, ON_CALL, IN_PROD, new Condition.Not(OFFICE))))
                .isEmpty();
        assertThat(codes(allow, policy(2, DENY, CODE_FETCH, LEADS, EVERYTHING))).isEmpty();
        assertThat(codes(allow, policy(2, DENY, Verb.FIELD_REVEAL, ON_CALL, IN_PROD)))
                .isEmpty();
        assertThat(codes(allow, policy(2, DENY, CODE_FETCH, ON_CALL, new Resource.Secret(Town.ROOT_OTP))))
                .isEmpty();
    }

    @Test
    void anAllowOfEverythingIsFoundUnlessItAsksForSomething() {
        assertThat(places(ALLOWS_EVERYTHING, policy(1, ALLOW, CODE_FETCH, ON_CALL, EVERYTHING)))
                .containsExactly("/on/0");
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, EVERYTHING, OFFICE)))
                .isEmpty();
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, EVERYTHING, STEP_UP)))
                .isEmpty();
        assertThat(codes(policy(1, ALLOW, Verb.AUDIT_READ, ON_CALL, EVERYTHING)))
                .as("there is nothing else to name")
                .isEmpty();
    }

    @Test
    void aQuorumWithoutWhoeverAsksHasToBeThere() {
        assertThat(places(QUORUM_TOO_LARGE, policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE, approval(3))))
                .containsExactly("/needs/0");
        // There are two leads, and of a lead who asks only the other is left.
        assertThat(codes(policy(1, REQUIRE, CODE_FETCH, new Subject.Anyone(), IN_PROD, approval(2))))
                .containsExactly(QUORUM_TOO_LARGE);
        assertThat(codes(policy(1, REQUIRE, CODE_FETCH, new Subject.Anyone(), IN_PROD, approval(1))))
                .isEmpty();
    }

    @Test
    void nobodyCountsForTwoApprovals() {
        Need one = approval(1, new Approver.Person(Town.BEN));
        Need other = approval(2, new Approver.Group(Town.LEADS));

        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, one, other)))
                .containsExactly(QUORUM_TOO_LARGE);
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, one, approval(1))))
                .isEmpty();
    }

    @Test
    void aServiceHasNoManagerAndWhoIsNotThereApprovesNothing() {
        Need manager = approval(1, new Approver.Manager());
        Need gone = approval(1, new Approver.Person(Rolls.id('u', 99)));
        Subject service = new Subject.Service(Town.DEPLOYER);

        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, manager)))
                .isEmpty();
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, service, IN_PROD, manager)))
                .containsExactly(QUORUM_TOO_LARGE);
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, gone))).containsExactly(QUORUM_TOO_LARGE);
    }

    @Test
    void approversWhoAllAskApproveForEachOther() {
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, LEADS, IN_PROD, approval(1))))
                .containsExactly(APPROVERS_ALL_ASK);
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, new Subject.Person(Town.BEN), IN_PROD, approval(1))))
                .isEmpty();
    }

    @Test
    void approversHaveToHoldTheVerb() {
        Policy fetch = policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, approval(2));
        Policy oneDecides = policy(90, ALLOW, Verb.APPROVAL_DECIDE, new Subject.Person(Town.BEN), EVERYTHING);

        assertThat(codesOf(List.of(fetch))).containsExactly(APPROVERS_CANNOT_DECIDE);
        assertThat(codesOf(List.of(fetch, oneDecides))).containsExactly(APPROVERS_CANNOT_DECIDE);
        assertThat(codesOf(List.of(fetch, DECIDE))).isEmpty();
    }

    @Test
    void machinesProveNothing() {
        Subject service = new Subject.Service(Town.DEPLOYER);
        UUID robots = Rolls.id('g', 9);
        town.actors.put(robots, new Asker.Service(robots, Set.of(robots), Credential.plain()));

        assertThat(places(MACHINE_CANNOT_MEET, policy(1, ALLOW, CODE_FETCH, service, IN_PROD, STEP_UP)))
                .containsExactly("/to/0");
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, new Subject.Group(robots), IN_PROD, STEP_UP)))
                .containsExactly(MACHINE_CANNOT_MEET);
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, service, IN_PROD, new Need.Reason(3))))
                .isEmpty();
        assertThat(codes(policy(1, REQUIRE, CODE_FETCH, new Subject.Anyone(), IN_PROD, STEP_UP)))
                .isEmpty();
    }

    @Test
    void aClaimThatNeedNotBeShownDeniesNobody() {
        Condition fork = new Condition.TokenClaim(Rolls.ISSUER, "ref", Set.of(new Glob("refs/pull/*")));

        assertThat(places(EVADABLE, policy(1, DENY, CODE_FETCH, new Subject.Anyone(), IN_PROD, fork)))
                .containsExactly("/when/0");
        assertThat(codes(policy(1, DENY, CODE_FETCH, new Subject.Anyone(), IN_PROD, new Condition.Not(fork))))
                .isEmpty();
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, fork))).isEmpty();
    }

    @Test
    void needsOfWhatLeavesNoRecordAreIgnored() {
        assertThat(places(NEEDS_IGNORED, policy(1, ALLOW, Verb.SECRET_LIST, ON_CALL, IN_PROD, STEP_UP)))
                .containsExactly("/needs");
        assertThat(codes(policy(
                        1, ALLOW, Set.of(Verb.SECRET_LIST, CODE_FETCH), Set.of(ON_CALL), Set.of(IN_PROD), STEP_UP)))
                .containsExactly(NEEDS_PARTLY_IGNORED);
        assertThat(codes(policy(1, ALLOW, Verb.SECRET_LIST, ON_CALL, IN_PROD, OFFICE)))
                .isEmpty();
    }

    @Test
    void whatIsOverIsFoundOnTheDayAfterInItsZone() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate day = LocalDate.of(2026, 11, 28); // Auckland has the 29th, when Berlin still has this day

        assertThat(places(OVER, policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE, dates(null, day, auckland))))
                .containsExactly("/when/1");
        assertThat(codes(policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, dates(null, day, berlin))))
                .isEmpty();
        assertThat(codes(policy(1, DENY, CODE_FETCH, ON_CALL, IN_PROD, new Condition.Not(dates(day, null, berlin)))))
                .containsExactly(OVER);
        assertThat(codes(policy(1, DENY, CODE_FETCH, ON_CALL, IN_PROD, new Condition.Not(dates(null, day, auckland)))))
                .isEmpty();
    }

    @Test
    void theSameTwiceIsOneTooMany() {
        Policy one = policy(1, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE);
        Policy same = policy(2, ALLOW, CODE_FETCH, ON_CALL, IN_PROD, OFFICE);

        List<Lint> lints = lints(List.of(same, one));

        assertThat(lints).extracting(Lint::code).containsExactly(SAME_AS_ANOTHER);
        assertThat(lints.getFirst().policy()).isEqualTo(same.id());
        assertThat(lints.getFirst().sentence()).contains(one.id().toString());
        assertThat(codes(one, policy(2, ALLOW, CODE_FETCH, ON_CALL, IN_PROD))).isEmpty();
    }

    @Test
    void aDraftIsLookedAtAndADisabledPolicyIsNot() {
        Policy wide = policy(1, ALLOW, CODE_FETCH, ON_CALL, EVERYTHING);

        assertThat(codes(in(State.DRAFT, wide))).containsExactly(ALLOWS_EVERYTHING);
        assertThat(codes(in(State.DISABLED, wide))).isEmpty();
    }

    @Test
    void aSentenceNamesNobody() {
        Policy shadowed = policy(1, ALLOW, CODE_FETCH, LEADS, EVERYTHING, approval(9));

        assertThat(lints(List.of(shadowed, policy(2, DENY, CODE_FETCH, new Subject.Anyone(), EVERYTHING))))
                .hasSizeGreaterThan(2)
                .allSatisfy(lint ->
                        assertThat(lint.sentence()).doesNotContain("policy 1").doesNotContain("policy 2"));
    }

    private static Policy in(State state, Policy policy) {
        return new Policy(
                policy.id(),
                policy.name(),
                state,
                policy.effect(),
                policy.actions(),
                policy.to(),
                policy.on(),
                policy.clauses());
    }

    private static Condition dates(@Nullable LocalDate from, @Nullable LocalDate until, ZoneId zone) {
        return new Condition.Dates(from, until, zone);
    }

    private static Need approval(int quorum) {
        return approval(quorum, new Approver.Group(Town.LEADS));
    }

    private static Need approval(int quorum, Approver... of) {
        return new Need.Approval(quorum, Set.of(of), Duration.ofHours(1), Duration.ofMinutes(30), 1, false);
    }

    private List<Code> codes(Policy... policies) {
        return codesOf(Stream.concat(Stream.of(policies), Stream.of(DECIDE)).toList());
    }

    private List<Code> codesOf(List<Policy> policies) {
        return lints(policies).stream().map(Lint::code).toList();
    }

    private List<String> places(Code code, Policy policy) {
        List<Policy> policies = new ArrayList<>(List.of(policy, DECIDE));
        return lints(policies).stream()
                .filter(lint -> lint.code() == code && lint.policy().equals(policy.id()))
                .map(Lint::place)
                .toList();
    }

    private List<Lint> lints(List<Policy> policies) {
        return Lints.of(new PolicySet(policies), town.seekers(), Rolls.FROM);
    }
}
