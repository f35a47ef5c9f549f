// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GateTest {
    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    private final OneSecret secret = new OneSecret();

    GateTest(Gate gate, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
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
    void whatIsAllowedIsOnTheLogWithItsReasonsBeforeItOpensAnything() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        UUID policy = rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        Gate.Released released = gate.release(secret.fetch(caller));
        assertThat(released.recorded().value()).isEqualTo(secret.value);
        assertThat(released.recorded().purpose()).isEqualTo("code");
        LogEntries.Entry entry = entries.of(released.recorded().event());
        assertThat(entry.index()).isEqualTo(released.recorded().index());
        assertThat(entry.kind()).isEqualTo("code-released");
        assertThat(entry.outcome()).isEqualTo("done");
        assertThat(entry.body().at("/details/verb").asText()).isEqualTo("code.fetch");
        assertThat(entry.body().at("/details/policy/0").asText()).isEqualTo(policy.toString());
        assertThat(entry.body().at("/about/id").asText()).isEqualTo(secret.id.toString());
        assertThat(entry.body().at("/origin/session").asText())
                .isEqualTo(caller.session().orElseThrow().toString());
    }

    @Test
    void whoMayNotKnowOfItIsToldThatThereIsNothingAndThatIsOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found");
        assertThat(lastRefusal(caller).body().at("/details/code").asText()).isEqualTo("not-found");
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller, Optional::empty)), "not-found");
        assertThat(entries.of(caller.actor().id(), "request-refused")).hasSize(2);
    }

    @Test
    void whoMaySeeItIsToldThatHeMayNotAndThatIsOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.SECRET_LIST);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "denied");
        LogEntries.Entry refusal = lastRefusal(caller);
        assertThat(refusal.outcome()).isEqualTo("refused");
        assertThat(refusal.body().at("/details/code").asText()).isEqualTo("denied");
        assertThat(refusal.body().at("/details/verb").asText()).isEqualTo("code.fetch");
    }

    @Test
    void aDenyWinsAndIsNamedOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        UUID deny = rules.deny(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found");
        assertThat(lastRefusal(caller).body().at("/details/policy/0").asText()).isEqualTo(deny.toString());
    }

    @Test
    void aRefusalSurvivesTheTransactionThatItBreaks() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> gate.release(secret.fetch(caller))))
                .isInstanceOf(Refused.class);
        assertThat(entries.of(caller.actor().id(), "request-refused")).hasSize(1);
    }

    @Test
    void thatSomebodyElseHasTheStepIsNoRefusal() {
        Caller first = newcomers.signedIn(newcomers.settled());
        Caller second = newcomers.signedIn(newcomers.settled());
        byte[] fingerprint = secret.id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (Caller caller : List.of(first, second)) {
            rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        }
        gate.release(secret.fetch(first, () -> Optional.of(secret.foundWith(secret.step(first, fingerprint)))));
        assertThatThrownBy(() -> gate.release(
                        secret.fetch(second, () -> Optional.of(secret.foundWith(secret.step(second, fingerprint))))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("busy");
                    assertThat(refused.retryAfter())
                            .hasValueSatisfying(
                                    wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofHours(1)));
                });
        assertThat(entries.of(second.actor().id(), "request-refused")).isEmpty();
    }

    @Test
    void aChangeIsDoneAndRecordedOrNeither() {
        Caller caller = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
        Gate.Changed<UUID> changed = gate.change(secret.edit(caller), Moves.NOTHING, at -> Done.of(at.event()));
        assertThat(changed.result()).contains(changed.recorded().event());
        long before = log.verify();
        assertThatThrownBy(() -> gate.change(secret.edit(caller), Moves.WORLD, at -> {
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(log.verify()).isEqualTo(before);
    }

    @Test
    void whoHasNoRoleChangesNothingAndIsToldSo() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        AtomicInteger done = new AtomicInteger();
        OneSecret.assertRefused(
                () -> gate.change(installation(caller), Moves.WORLD, at -> Done.of(done.incrementAndGet())), "denied");
        assertThat(done).hasValue(0);
    }

    @Test
    void aViewShowsWhatMayBeUsedNowAndLeavesNoRecord() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        assertThat(gate.view(caller).shows(secret.target())).isFalse();
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        long before = log.verify();
        assertThat(gate.view(caller).may(Verb.CODE_FETCH, secret.target())).isTrue();
        assertThat(gate.view(caller).shows(secret.target())).isTrue();
        assertThat(gate.view(caller).may(Verb.FIELD_REVEAL, secret.target())).isFalse();
        assertThat(log.verify()).isEqualTo(before);
    }

    private Ask installation(Caller caller) {
        return new Ask(
                caller,
                Verb.SETTINGS_EDIT,
                EventClass.SETTINGS_CHANGED,
                () -> Optional.of(Sight.installation(dev.cofactor.ground.events.Details.none())));
    }

    private LogEntries.Entry lastRefusal(Caller caller) {
        return entries.of(caller.actor().id(), "request-refused").getLast();
    }
}
