// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.Role;
import dev.cofactor.ledger.rulebook.RulebookUntrue;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationTest {
    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    private final OneSecret secret = new OneSecret();

    RevocationTest(Gate gate, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
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
    void whatIsRevokedBetweenDecisionAndRecordIsNotReleased() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        UUID policy = rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller)); // the facts are in memory now
        AtomicInteger rounds = new AtomicInteger();
        Supplier<Optional<Sight>> slow = () -> {
            if (rounds.getAndIncrement() == 0) {
                rules.withdraw(policy);
            }
            return secret.found();
        };
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller, slow)), "not-found");
        assertThat(rounds).hasValueGreaterThan(1);
        assertThat(entries.of(caller.actor().id(), "code-released")).hasSize(1);
    }

    @Test
    void aWorldThatNeverRestsIsNotWaitedForLongerThanThreeRounds() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        AtomicInteger rounds = new AtomicInteger();
        Supplier<Optional<Sight>> restless = () -> {
            rounds.incrementAndGet();
            rules.allow(UUID.randomUUID(), secret.id, Verb.CODE_FETCH);
            return secret.found();
        };
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller, restless)), "overloaded");
        assertThat(rounds).hasValue(3);
        assertThat(entries.of(caller.actor().id(), "code-released")).isEmpty();
    }

    @Test
    void aRowThatMovedIsLookedAtAgain() {
        Caller caller = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.view(caller); // the newest world: only the row is left to send it back
        AtomicInteger rounds = new AtomicInteger();
        Supplier<Optional<Sight>> moving = () -> {
            Sight sight = Sight.of(secret.target(), secret.subject(), Map.of(secret.id, (long)
                            Math.min(1, rounds.getAndIncrement())))
                    .opening(secret.value, "code", List.of());
            if (rounds.get() == 1) {
                gate.change(secret.edit(caller), new Moves(false, Set.of(secret.id)), at -> Done.of(secret.id));
            }
            return Optional.of(sight);
        };
        gate.release(secret.fetch(caller, moving));
        assertThat(rounds).hasValue(2);
    }

    @Test
    void aSuspendedPersonIsNobodyFromTheNextMomentOn() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        newcomers.suspend(caller);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "unauthenticated");
        assertThat(gate.view(caller).may(Verb.CODE_FETCH, secret.target())).isFalse();
    }

    @Test
    void anEditionThatIsNotTheOneOnTheLogDecidesNothing() throws SQLException {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        gate.release(secret.fetch(caller));
        rules.deny(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create temp table kept as select * from edition order by number desc limit 1");
            statement.execute("delete from edition where number = (select number from kept)");
            // The edition before allowed it; that the newest is gone must not bring it back.
            assertThatThrownBy(() -> gate.release(secret.fetch(caller))).isInstanceOf(RulebookUntrue.class);
            statement.execute("insert into edition select * from kept");
        }
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "not-found");
    }

    @Test
    void aSessionThatEndedIsNobodysAndTheAttemptIsOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
        newcomers.leave(caller);
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "unauthenticated");
        assertThat(lastRefusal(caller).body().at("/details/code").asText()).isEqualTo("unauthenticated");
        assertThat(entries.of(caller.actor().id(), "code-released")).isEmpty();
    }

    private LogEntries.Entry lastRefusal(Caller caller) {
        return entries.of(caller.actor().id(), "request-refused").getLast();
    }
}
