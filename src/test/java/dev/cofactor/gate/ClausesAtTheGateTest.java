// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What policies ask besides who and what, as it is asked at the door. */
@QuarkusTest
class ClausesAtTheGateTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Clauses BY_APPROVAL = needs(new Need.Approval(
            1, Set.of(new Approver.Group(UUID.randomUUID())), HOUR, Duration.ofMinutes(30), 3, false));

    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    private final OneSecret secret = new OneSecret();

    ClausesAtTheGateTest(Gate gate, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
        this.gate = gate;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoHasProvedHimselfLatelyMayAndLaterIsToldToDoItAgain() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, needs(new Need.StepUp(Duration.ofMinutes(15), Set.of())));
        gate.release(secret.fetch(caller));
        Clocks.goOn(Duration.ofMinutes(16));
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "step-up-required");
        assertThat(missing(caller)).containsExactly("step-up");
        OneSecret.assertRefused(
                () -> gate.change(secret.edit(caller), Moves.NOTHING, at -> {
                    throw new AssertionError("it was done");
                }),
                "step-up-required");
    }

    @Test
    void aPasswordIsNoPasskey() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, needs(new Need.StepUp(Duration.ofMinutes(15), Set.of(Need.Method.PASSKEY, Need.Method.TOTP))));
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "step-up-required");
    }

    @Test
    void aMachineNeverProvesWhoSitsThere() {
        Caller machine = newcomers.machine();
        allow(machine, needs(new Need.StepUp(Duration.ofDays(1), Set.of())));
        OneSecret.assertRefused(() -> gate.release(secret.fetch(machine)), "not-found");
    }

    @Test
    void aReasonIsAskedForAndStandsInTheSealedBodyAlone() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, needs(new Need.Reason(10)));
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "reason-required");
        assertThat(missing(caller)).containsExactly("reason");
        OneSecret.assertRefused(() -> gate.release(saying(caller, " too short        ", null)), "reason-required");
        Gate.Released released = gate.release(saying(caller, "the root account is locked", null));
        assertThat(released.recorded().value()).isEqualTo(secret.value);
    }

    @Test
    void aTicketHasItsForm() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, needs(new Need.Ticket(new Glob("INC-*"))));
        OneSecret.assertRefused(() -> gate.release(saying(caller, null, "CHG-1")), "reason-required");
        assertThat(missing(caller)).containsExactly("ticket");
        gate.release(saying(caller, null, "INC-1"));
    }

    @Test
    void whoIsAskedForAStepKnowsThatTheThingIsThere() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, BY_APPROVAL);
        assertThatThrownBy(() -> gate.release(secret.fetch(caller))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("approval-required");
            assertThat(refused.ways()).hasSize(1);
            assertThat(refused.members())
                    .containsEntry("ways", List.of(List.of(Map.of("step", "approval", "quorum", 1))));
        });
        assertThat(gate.view(caller).shows(secret.target())).isTrue();
        assertThat(gate.view(caller).may(Verb.CODE_FETCH, secret.target())).isFalse();
        OneSecret.assertRefused(
                () -> gate.release(saying(newcomers.signedIn(newcomers.settled()), "any", null)), "not-found");
    }

    @Test
    void theShortestWayIsAskedForFirst() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(caller, BY_APPROVAL);
        allow(caller, needs(new Need.Reason(5)));
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "reason-required");
        gate.release(saying(caller, "for a test", null));
    }

    @Test
    void aRequirementAsksOfEverybodyWhateverHisAllowSays() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        UUID require =
                rules.add(Effect.REQUIRE, new Subject.Anyone(), secret.id, needs(new Need.Reason(5)), Verb.CODE_FETCH);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "reason-required");
        Gate.Released released = gate.release(saying(caller, "for a test", null));
        assertThat(entries.of(released.recorded().event()).body().at("/details/policy"))
                .anyMatch(policy -> policy.asText().equals(require.toString()));
    }

    @Test
    void fromElsewhereThereIsNothing() throws Exception {
        Caller caller = newcomers.signedIn(newcomers.settled());
        allow(
                caller,
                when(new Condition.Network(Set.of(AddressRange.of("192.0.2.0/24"), AddressRange.of("2001:db8::/32")))));
        gate.release(secret.fetch(from(caller, "192.0.2.7")));
        gate.release(secret.fetch(from(caller, "2001:db8::7")));
        gate.release(secret.fetch(from(caller, "::ffff:192.0.2.7")));
        for (String elsewhere : List.of("192.0.3.7", "2001:db9::7", "::ffff:192.0.3.7")) {
            OneSecret.assertRefused(() -> gate.release(secret.fetch(from(caller, elsewhere))), "not-found");
        }
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found"); // nobody knows from where
    }

    @Test
    void aDraftAndWhatIsDisabledDecideNothing() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        Subject who = new Subject.Person(caller.actor().id());
        for (State state : List.of(State.DRAFT, State.DISABLED)) {
            rules.add(state, Effect.ALLOW, who, secret.id, Clauses.NONE, Verb.CODE_FETCH);
        }
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found");
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        for (State state : List.of(State.DRAFT, State.DISABLED)) {
            rules.add(state, Effect.DENY, who, secret.id, Clauses.NONE, Verb.CODE_FETCH);
        }
        gate.release(secret.fetch(caller));
    }

    @Test
    void aListAsksForNoSteps() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.add(
                Effect.ALLOW,
                new Subject.Person(caller.actor().id()),
                secret.id,
                BY_APPROVAL,
                Verb.SECRET_LIST,
                Verb.CODE_FETCH);
        assertThat(gate.view(caller).may(Verb.SECRET_LIST, secret.target())).isTrue();
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "approval-required");
    }

    private static Clauses needs(Need... needs) {
        return new Clauses(Set.of(), Set.of(needs), Set.of(), Set.of());
    }

    private static Clauses when(Condition... when) {
        return new Clauses(Set.of(when), Set.of(), Set.of(), Set.of());
    }

    private void allow(Caller caller, Clauses clauses) {
        Subject who = caller.actor() instanceof Actor.Service
                ? new Subject.Service(caller.actor().id())
                : new Subject.Person(caller.actor().id());
        rules.add(Effect.ALLOW, who, secret.id, clauses, Verb.CODE_FETCH, Verb.FIELD_REVEAL);
        if (clauses.needs().stream().allMatch(Need.StepUp.class::isInstance)) {
            rules.add(Effect.ALLOW, who, secret.id, clauses, Verb.SECRET_EDIT);
        }
    }

    private Ask saying(Caller caller, @Nullable String reason, @Nullable String ticket) {
        return new Ask(
                caller,
                Verb.CODE_FETCH,
                EventClass.CODE_RELEASED,
                secret::found,
                UnaryOperator.identity(),
                Given.of(reason, ticket, null));
    }

    private static Caller from(Caller caller, String address) {
        try {
            Line line = new Line(Optional.of(InetAddress.getByName(address)), "");
            return new Caller(caller.actor(), caller.session(), caller.token(), line);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<String> missing(Caller caller) {
        List<String> missing = new ArrayList<>();
        entries.of(caller.actor().id(), "request-refused")
                .getLast()
                .body()
                .at("/details/missing")
                .forEach(word -> missing.add(word.asText()));
        return missing;
    }
}
