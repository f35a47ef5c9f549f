// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WrongClock;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is decided, and what leaves, while the machine's clock and the database's differ. */
@QuarkusTest
class ClockAtTheGateTest {
    /** All week, from the first minute to the last: whatever time it is, it is within, if only somebody knew. */
    private static final Condition ALWAYS =
            new Condition.Hours(EnumSet.allOf(DayOfWeek.class), 0, Condition.Hours.DAY, ZoneId.of("UTC"));

    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%log_head%'";

    private static final List<Duration> BOTH_WAYS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(-5));

    private final Gate gate;
    private final Supposing supposing;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;

    private final OneSecret secret = new OneSecret();

    ClockAtTheGateTest(
            Gate gate,
            Supposing supposing,
            Newcomers newcomers,
            Rules rules,
            LogEntries entries,
            WholeLog log,
            Roles roles) {
        this.gate = gate;
        this.supposing = supposing;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void anAllowWithHoursIsNoneWhileNobodyKnowsTheHour() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.add(Effect.ALLOW, person(caller), secret.id, when(ALWAYS), Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        for (Duration off : BOTH_WAYS) {
            try (WrongClock wrong = WrongClock.by(off)) {
                OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found");
                assertThat(gate.view(caller).may(Verb.CODE_FETCH, secret.target()))
                        .isFalse();
                assertThat(supposing.foreseeNow(secret.fetch(caller), Steps.NONE))
                        .satisfies(foreseen -> {
                            assertThat(foreseen.timed()).isFalse();
                            assertThat(foreseen.refusal()).isPresent();
                        });
            }
        }
        gate.release(secret.fetch(caller));
    }

    @Test
    void aDenyWithHoursDeniesWhileNobodyKnowsTheHour() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        Condition never = new Condition.Dates(null, java.time.LocalDate.of(2001, 1, 1), ZoneId.of("UTC"));
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH, Verb.SECRET_LIST);
        rules.add(Effect.DENY, person(caller), secret.id, when(never), Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        for (Duration off : BOTH_WAYS) {
            try (WrongClock wrong = WrongClock.by(off)) {
                OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "denied");
            }
        }
        gate.release(secret.fetch(caller));
    }

    @Test
    void whatHangsOnNoHourGoesOnAndAProofWithoutATimeIsNone() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        Caller proved = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        Clauses stepUp =
                new Clauses(Set.of(), Set.of(new Need.StepUp(Duration.ofMinutes(15), Set.of())), Set.of(), Set.of());
        rules.add(Effect.ALLOW, person(proved), secret.id, stepUp, Verb.CODE_FETCH);
        gate.release(secret.fetch(proved));
        try (WrongClock wrong = WrongClock.by(Duration.ofSeconds(5))) {
            gate.release(secret.fetch(caller));
            OneSecret.assertRefused(() -> gate.release(secret.fetch(proved)), "step-up-required");
        }
    }

    @Test
    void aLittleIsNothing() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.add(Effect.ALLOW, person(caller), secret.id, when(ALWAYS), Verb.CODE_FETCH);
        for (Duration off : List.of(Duration.ofMillis(1500), Duration.ofMillis(-1500))) {
            try (WrongClock wrong = WrongClock.by(off)) {
                gate.release(secret.fetch(caller));
            }
        }
    }

    @Test
    void beyondAThirdOfAStepNoneIsGivenAndThatIsOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        for (Duration off : List.of(Duration.ofSeconds(11), Duration.ofSeconds(-11))) {
            try (WrongClock wrong = WrongClock.by(off)) {
                assertThatThrownBy(() -> gate.release(fetch(caller))).isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("clock-off");
                    assertThat(refused.kind().name()).isEqualTo("UNAVAILABLE");
                });
                gate.release(secret.fetch(caller)); // of no step, such as a counter
            }
        }
        assertThat(entries.of(caller.actor().id(), "request-refused"))
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry.body().at("/details/code").asText()).isEqualTo("clock-off"));
        try (WrongClock wrong = WrongClock.by(Duration.ofSeconds(9))) {
            gate.release(fetch(caller));
        }
    }

    @Test
    void whatIsFoundOutOnlyWithTheRecordOpensNothingEither() throws Exception {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller)); // so that the facts are in memory
        try (Connection holder = roles.superuser()) {
            holder.setAutoCommit(false);
            Roles.execute(holder, "select 1 from log_head for update");
            CompletableFuture<Gate.Released> asked = CompletableFuture.supplyAsync(
                    () -> gate.release(fetch(caller)),
                    run -> Thread.ofPlatform().start(run));
            waitForTheAppender();
            try (WrongClock wrong = WrongClock.by(Duration.ofSeconds(-20))) {
                holder.rollback();
                assertThatThrownBy(asked::join)
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("clock-off"));
            }
        }
        LogEntries.Entry recorded =
                entries.of(caller.actor().id(), "code-released").getLast();
        LogEntries.Entry refusal =
                entries.of(caller.actor().id(), "request-refused").getLast();
        assertThat(refusal.index()).isGreaterThan(recorded.index());
        assertThat(refusal.body().at("/details/other").asText())
                .isEqualTo(recorded.body().at("/id").asText());
    }

    /** Over a connection of its own: within a transaction what others do is seen once and for all. */
    private void waitForTheAppender() throws SQLException, InterruptedException {
        try (Connection looking = roles.superuser();
                Statement statement = looking.createStatement()) {
            for (int i = 0; i < 200; i++) {
                try (ResultSet row = statement.executeQuery(WAITING)) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(5);
            }
        }
        throw new AssertionError("nobody waits for the head");
    }

    /** A step of half a minute, for everybody. */
    private Ask fetch(Caller caller) {
        byte[] fingerprint = secret.value.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Claim step = new Claim.Step(
                fingerprint,
                Duration.ofSeconds(30),
                0,
                Duration.ZERO,
                Claim.Sharing.SHARED,
                UUID.randomUUID(),
                caller.hand(),
                secret.id);
        return secret.fetch(
                caller, () -> Optional.of(secret.foundWith(Stream.of(step).toList())));
    }

    private static Subject person(Caller caller) {
        return new Subject.Person(caller.actor().id());
    }

    private static Clauses when(Condition condition) {
        return new Clauses(Set.of(condition), Set.of(), Set.of(), Set.of());
    }
}
