// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static dev.cofactor.engine.foresight.Town.IN_PROD;
import static dev.cofactor.engine.foresight.Town.ON_CALL;
import static dev.cofactor.engine.foresight.Town.edition;
import static dev.cofactor.engine.foresight.Town.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.foresight.Expectations.Broken;
import dev.cofactor.engine.foresight.Expectations.Cause;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final Condition BY_DAY = new Condition.Hours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 7 * 60, 19 * 60, ZoneId.of("Europe/Berlin"));
    private static final Condition OFFICE = new Condition.Network(Set.of(AddressRange.of("10.20.0.0/16")));
    private static final Need TWO_LEADS = new Need.Approval(
            2,
            Set.of(new Approver.Group(Town.LEADS)),
            Duration.ofHours(1),
            Duration.ofMinutes(30),
            3,
            false);
    private static final Need STEP_UP = new Need.StepUp(Duration.ofMinutes(15), Set.of());

    private static final Policy ALLOW =
            policy(1, Effect.ALLOW, Verb.CODE_FETCH, ON_CALL, IN_PROD, BY_DAY, OFFICE, TWO_LEADS, STEP_UP);
    private static final Edition RULES = edition(ALLOW);

    private final Town town = new Town();

    @Test
    void bothTestsOfTheResearchHold() {
        assertThat(cause(RULES, test("2026-03-03T09:00", "challenge\",\"needs\":[\"approval\"]")))
                .isEmpty();
        assertThat(cause(RULES, test("2026-03-03T23:10", deny(1, "hours")))).isEmpty();
    }

    @Test
    void anotherAnswerThanExpectedIsTold() {
        Broken broken = broken(RULES, test("2026-03-03T09:00", "allow\"")).orElseThrow();

        assertThat(broken.cause()).isEqualTo(Cause.ANOTHER_ANSWER);
        assertThat(broken.answer().orElseThrow()).isInstanceOf(Decision.Challenge.class);
        assertThat(RULES.decide(broken.question().orElseThrow())).isEqualTo(broken.answer().orElseThrow());
    }

    @Test
    void anotherReasonThanExpectedIsAnotherAnswer() {
        assertThat(cause(RULES, test("2026-03-03T09:00", "challenge\",\"needs\":[\"approval\",\"step-up\"]")))
                .contains(Cause.ANOTHER_ANSWER);
        assertThat(cause(RULES, test("2026-03-03T23:10", deny(1, "network")))).contains(Cause.ANOTHER_ANSWER);
        assertThat(cause(RULES, test("2026-03-03T23:10", deny(2, "hours")))).contains(Cause.ANOTHER_ANSWER);
        assertThat(cause(RULES, test("2026-03-03T23:10", "deny\""))).isEmpty();
    }

    @Test
    void aDenyIsForThePolicyThatDenies() {
        Edition denied = edition(ALLOW, policy(2, Effect.DENY, Verb.CODE_FETCH, ON_CALL, IN_PROD, OFFICE));

        assertThat(cause(denied, test("2026-03-03T09:00", deny(2, "network")))).isEmpty();
        assertThat(cause(denied, test("2026-03-03T09:00", deny(2, "hours")))).contains(Cause.ANOTHER_ANSWER);
    }

    @Test
    void groupsAboveThoseNamedCountAndSoDoStepsTaken() {
        Policy staff = policy(
                1,
                Effect.ALLOW,
                Verb.CODE_FETCH,
                new Subject.Group(Town.STAFF),
                IN_PROD,
                new Need.Reason(5),
                STEP_UP);

        assertThat(cause(edition(staff), test("2026-03-03T09:00", "allow\"").replace("5M", "15M")))
                .isEmpty();
        assertThat(cause(edition(staff), test("2026-03-03T09:00", "allow\"").replace("5M", "16M")))
                .contains(Cause.ANOTHER_ANSWER);
    }

    @Test
    void whatIsNotThereIsTold() {
        String fetch = test("2026-03-03T09:00", "deny\"");

        assertThat(cause(RULES, fetch.replace(Town.ROOT_OTP.toString(), Rolls.id('c', 99).toString())))
                .contains(Cause.NOT_THERE);
        assertThat(cause(RULES, fetch.replace(Town.ONCALL.toString(), Rolls.id('g', 99).toString())))
                .contains(Cause.NOT_THERE);
        assertThat(cause(RULES, fetch.replace("\"groups\"", "\"id\":\"" + Rolls.id('u', 99) + "\",\"groups\"")))
                .contains(Cause.NOT_THERE);
    }

    @Test
    void anHourThatComesTwiceIsTheFirst() {
        Condition early = new Condition.Dates(null, java.time.LocalDate.of(2027, 12, 31), ZoneId.of("Europe/Berlin"));
        Broken broken = broken(
                        edition(policy(1, Effect.ALLOW, Verb.CODE_FETCH, ON_CALL, IN_PROD, early)),
                        test("2027-10-31T02:30", "deny\""))
                .orElseThrow();

        assertThat(broken.question().orElseThrow().circumstances().time()).isEqualTo("2027-10-31T00:30:00Z");
    }

    @Test
    void anInvariantHoldsOrHasACounterexample() {
        String machines = never("services", "", "");
        Edition also = edition(
                ALLOW,
                policy(2, Effect.ALLOW, Verb.CODE_FETCH, new Subject.Service(Town.DEPLOYER), IN_PROD, BY_DAY));

        assertThat(cause(RULES, machines)).isEmpty();
        Broken broken = broken(also, machines).orElseThrow();
        assertThat(broken.cause()).isEqualTo(Cause.HAPPENS);
        assertThat(broken.question().orElseThrow().asker().id()).isEqualTo(Town.DEPLOYER);
        assertThat(also.decide(broken.question().orElseThrow())).isInstanceOf(Decision.Allow.class);
    }

    @Test
    void aGroupInWhichNobodyStandsTodayIsLookedAt() {
        Policy contractors = policy(2, Effect.ALLOW, Verb.CODE_FETCH, new Subject.Group(Town.CONTRACTORS), IN_PROD);

        assertThat(cause(edition(contractors), never("group", Town.CONTRACTORS.toString(), "")))
                .contains(Cause.HAPPENS);
        assertThat(cause(RULES, never("group", Town.CONTRACTORS.toString(), ""))).isEmpty();
    }

    @Test
    void withoutAskedForNeedsItNeverHappens() {
        String withApproval = never("group", Town.ONCALL.toString(), "\"approval\"");
        Policy stepsUp = policy(2, Effect.ALLOW, Verb.CODE_FETCH, ON_CALL, IN_PROD, STEP_UP);

        assertThat(cause(RULES, withApproval)).isEmpty();
        assertThat(cause(RULES, never("group", Town.ONCALL.toString(), "\"approval\",\"step-up\"")))
                .isEmpty();
        assertThat(cause(RULES, never("group", Town.ONCALL.toString(), "\"ticket\"")))
                .contains(Cause.HAPPENS);
        assertThat(cause(edition(ALLOW, stepsUp), withApproval)).contains(Cause.HAPPENS);
    }

    @Test
    void glassIsNoApproval() {
        Policy glass = policy(
                2,
                Effect.ALLOW,
                Verb.CODE_FETCH,
                ON_CALL,
                IN_PROD,
                new Need.BreakGlass(10, Duration.ofHours(1), 1));

        assertThat(cause(edition(ALLOW, glass), never("anyone", "", "\"approval\"")))
                .contains(Cause.HAPPENS);
    }

    @Test
    void whatHappensOnlyForAMinuteInTheWeekIsFound() {
        Condition minute = new Condition.Hours(
                Set.of(DayOfWeek.SUNDAY), 3 * 60 + 7, 3 * 60 + 8, ZoneId.of("Asia/Kathmandu"));
        Condition address = new Condition.Network(Set.of(AddressRange.of("2001:db8::17/128")));
        Policy hidden =
                policy(2, Effect.ALLOW, Verb.CODE_FETCH, new Subject.Anyone(), new Resource.Everything(), minute, address);

        assertThat(cause(edition(ALLOW, hidden), never("services", "", ""))).contains(Cause.HAPPENS);
    }

    @Test
    void whatCannotBeLookedAtToItsEndIsBroken() {
        var zones = List.of("Europe/Berlin", "America/New_York");
        Policy[] many = new Policy[400];
        for (int i = 0; i < many.length; i++) {
            Condition hours = new Condition.Hours(
                    EnumSet.of(DayOfWeek.of(1 + i % 7)), i, i + 600, ZoneId.of(zones.get(i % 2)));
            Condition network =
                    new Condition.Network(Set.of(AddressRange.of("10." + i / 200 + "." + i % 200 + ".0/24")));
            many[i] = policy(i, Effect.ALLOW, Verb.CODE_FETCH, ON_CALL, IN_PROD, hours, network, TWO_LEADS);
        }

        assertThat(cause(edition(many), never("anyone", "", "\"approval\""))).contains(Cause.TOO_MUCH);
    }

    @Test
    void aPersonalFolderIsItsOwnersAndNobodyElsesToBeToldOf() {
        Policy own = policy(2, Effect.ALLOW, Verb.CODE_FETCH, new Subject.Anyone(), new Resource.OwnPersonalFolder());

        Broken broken = broken(edition(own), never("people", "", "")).orElseThrow();

        assertThat(broken.question().orElseThrow().asker().id()).isEqualTo(Town.ANA);
        assertThat(cause(edition(own), never("person", Town.BEN.toString(), ""))).isEmpty();
    }

    private Optional<Cause> cause(Edition edition, String document) {
        return broken(edition, document).map(Broken::cause);
    }

    private Optional<Broken> broken(Edition edition, String document) {
        Expectation read = Expectation.read(document.getBytes(UTF_8), text -> Optional.empty());
        return Expectations.broken(edition, List.of(read), town, Rolls.FROM).stream()
                .findFirst();
    }

    private static String deny(int by, String because) {
        return "deny\",\"by\":\"" + Rolls.id('p', by) + "\",\"because\":\"" + because + "\"";
    }

    /** @param answer from within its quotation marks on */
    private static String test(String time, String answer) {
        return """
            {"kind":"test","name":"on-call","as":{"kind":"person","groups":["%s"]},
             "when":{"time":"%s","zone":"Europe/Berlin","from":"10.20.4.7",
                     "proved":{"ago":"PT5M","by":"totp"},"reason":"INC-9 again"},
             "do":"code.fetch","on":{"kind":"secret","id":"%s"},"expect":{"answer":"%s}}"""
                .formatted(Town.ONCALL, time, Town.ROOT_OTP, answer);
    }

    private static String never(String kind, String id, String without) {
        String named = id.isEmpty() ? "" : ",\"id\":\"" + id + "\"";
        return """
            {"kind":"invariant","name":"never","never":["code.fetch"],"to":[{"kind":"%s"%s}],
             "on":[{"kind":"everything"}],"without":[%s]}"""
                .formatted(kind, named, without);
    }
}
