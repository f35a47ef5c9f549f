// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an allow costs: a place within a limit, and a word to whoever is to be told. */
@QuarkusTest
class CostsAtTheGateTest {
    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Told told;

    private final OneSecret secret = new OneSecret();

    CostsAtTheGateTest(Gate gate, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log, Told told) {
        this.gate = gate;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.told = told;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void beyondALimitItIsTooManyAndWhenTheNextMayComeIsSaid() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        Caller other = newcomers.signedIn(newcomers.settled());
        UUID group = newcomers.group(caller.actor().id(), other.actor().id());
        rules.add(
                Effect.ALLOW,
                new Subject.Group(group),
                secret.id,
                limit(new Limit(2, Duration.ofDays(31), Set.of(Limit.By.ACTOR))),
                Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        gate.release(secret.fetch(caller));
        assertThatThrownBy(() -> gate.release(secret.fetch(caller))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("too-many");
            assertThat(refused.retryAfter())
                    .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofDays(31)));
        });
        assertThat(entries.of(caller.actor().id(), "request-refused")).hasSize(1);
        gate.release(secret.fetch(other));
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller)); // one more allow never takes away
    }

    @Test
    void aLimitOfASecretIsForAllTogetherAndHoldsAgainstManyAtOnce() throws Exception {
        List<Caller> callers = Stream.generate(() -> newcomers.signedIn(newcomers.settled()))
                .limit(8)
                .toList();
        UUID group =
                newcomers.group(callers.stream().map(one -> one.actor().id()).toArray(UUID[]::new));
        rules.add(
                Effect.ALLOW,
                new Subject.Group(group),
                secret.id,
                limit(new Limit(3, Duration.ofDays(31), Set.of(Limit.By.SECRET))),
                Verb.CODE_FETCH);
        AtomicInteger released = new AtomicInteger();
        atOnce(callers, caller -> {
            try {
                gate.release(secret.fetch(caller));
                released.incrementAndGet();
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo("too-many");
            }
        });
        assertThat(released).hasValue(3);
        assertThat(entries.about(secret.id, "code-released")).hasSize(3);
    }

    @Test
    void whoIsToBeToldIsToldInTheSameCommitAndWhereNobodyWouldBeNothingLeaves() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        UUID watcher = newcomers.settled().id();
        UUID watchers = newcomers.group(watcher);
        UUID nobody = newcomers.group();
        rules.add(
                Effect.REQUIRE,
                new Subject.Anyone(),
                secret.id,
                then(new Duty.Tell(new Duty.Whom.Group(watchers))),
                Verb.CODE_FETCH);
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        Gate.Released released = gate.release(secret.fetch(caller));
        assertThat(told.because(released.recorded().event())).singleElement().satisfies(row -> {
            assertThat(row.recipient()).isEqualTo(watcher);
            assertThat(row.kind()).isEqualTo("something-released");
            assertThat(row.message()).contains(secret.id.toString()).doesNotContain("reason");
        });
        rules.add(
                Effect.REQUIRE,
                new Subject.Anyone(),
                secret.id,
                then(new Duty.Tell(new Duty.Whom.Group(nobody))),
                Verb.CODE_FETCH);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "denied");
        assertThat(entries.of(caller.actor().id(), "code-released")).hasSize(1);
    }

    private static Clauses limit(Limit limit) {
        return new Clauses(Set.of(), Set.of(), Set.of(limit), Set.of());
    }

    private static Clauses then(Duty duty) {
        return new Clauses(Set.of(), Set.of(), Set.of(), Set.of(duty));
    }

    private static void atOnce(List<Caller> callers, Consumer<Caller> turn) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> turns = callers.stream()
                    .<Callable<Void>>map(caller -> () -> {
                        turn.accept(caller);
                        return null;
                    })
                    .toList();
            for (Future<Void> each : threads.invokeAll(turns)) {
                each.get();
            }
        }
    }
}
