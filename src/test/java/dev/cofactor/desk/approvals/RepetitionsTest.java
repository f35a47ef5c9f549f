// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Grant;
import dev.cofactor.ledger.grants.Grants;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever sees again what he has had already: that is on the log each time, and costs nothing anew, be it a use of a grant, a
 * place within a limit or a word to somebody.
 */
@QuarkusTest
class RepetitionsTest {
    private static final int MANY = 20;

    /** So long that no test outlasts it. */
    private static final Duration STEP = Duration.ofDays(36_500);

    private static final Limit ONE = new Limit(1, Duration.ofDays(31), Set.of(Limit.By.ACTOR));
    private static final Limit TWO = new Limit(2, Duration.ofDays(31), Set.of(Limit.By.ACTOR));

    private final Scene scene;
    private final Deciding deciding;
    private final Revoking revoking;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Grants grants;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;
    private UUID secret;
    private Caller asker;
    private Person approver;
    private Person watcher;

    RepetitionsTest(
            Scene scene,
            Deciding deciding,
            Revoking revoking,
            Gate gate,
            Catalogue catalogue,
            Grants grants,
            Newcomers newcomers,
            Rules rules,
            Roles roles,
            LogEntries entries,
            Told told,
            WholeLog log) {
        this.scene = scene;
        this.deciding = deciding;
        this.revoking = revoking;
        this.gate = gate;
        this.catalogue = catalogue;
        this.grants = grants;
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.entries = entries;
        this.told = told;
        this.log = log;
    }

    @BeforeEach
    void aSecretAndThoseAroundIt() {
        secret = scene.secret();
        asker = newcomers.signedIn(newcomers.settled());
        approver = scene.approver();
        watcher = newcomers.settled();
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theSameStepAgainUsesNothingCountsNothingAndTellsNobody() throws SQLException {
        UUID policy = allow(Set.of(once()), Set.of(TWO), Set.of(telling()));
        AccessRequest asked = approved();
        byte[] step = fingerprint();
        UUID first = fetch(step(step));
        assertThat(told.because(first)).extracting(Told.Row::recipient).containsExactly(watcher.id());
        for (int again = 0; again < 3; again++) {
            assertThat(told.because(fetch(step(step)))).isEmpty();
        }
        assertThat(entries.about(secret, "code-released")).hasSize(4);
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isZero();
        assertThat(counted(policy)).isEqualTo(1);
        assertRefused(() -> fetch(step(fingerprint())), "approval-required");
    }

    @Test
    void anotherStepIsCountedAndOneThatSomebodyElseHasIsNot() throws SQLException {
        UUID policy = allow(Set.of(), Set.of(ONE), Set.of());
        byte[] step = fingerprint();
        fetch(step(step));
        fetch(step(step));
        assertRefused(() -> fetch(step(fingerprint())), "too-many");
        assertThat(counted(policy)).isEqualTo(1);
        Caller other = newcomers.signedIn(newcomers.settled());
        UUID his = rules.add(
                Effect.ALLOW,
                new Subject.Person(other.actor().id()),
                secret,
                new Clauses(Set.of(), Set.of(), Set.of(ONE), Set.of(telling())),
                Verb.CODE_FETCH);
        assertRefused(() -> fetch(other, step(other, step)), "busy");
        assertThat(counted(his)).isZero();
        assertThat(told.to(watcher.id())).isEmpty();
    }

    @Test
    void theSameKeyAgainIsOneUseToo() throws SQLException {
        UUID policy = allow(Set.of(once()), Set.of(TWO), Set.of(telling()));
        AccessRequest asked = approved();
        Claim key = new Claim.Replay(asker.actor().id(), secret, "code.fetch", "a-key", new byte[32]);
        fetch(key);
        assertThat(told.because(fetch(key))).isEmpty();
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isZero();
        assertThat(counted(policy)).isEqualTo(1);
        Claim another = new Claim.Replay(asker.actor().id(), secret, "code.fetch", "another", new byte[32]);
        assertRefused(() -> fetch(another), "approval-required");
    }

    @Test
    void ofManyAtOnceInOneStepOneIsCounted() throws SQLException {
        UUID policy = allow(Set.of(once()), Set.of(ONE), Set.of(telling()));
        AccessRequest asked = approved();
        byte[] step = fingerprint();
        List<UUID> events;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            events = Stream.generate(() -> CompletableFuture.supplyAsync(() -> fetch(step(step)), threads))
                    .limit(MANY)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(events).doesNotHaveDuplicates();
        assertThat(entries.about(secret, "code-released")).hasSize(MANY);
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isZero();
        assertThat(counted(policy)).isEqualTo(1);
        assertThat(told.to(watcher.id())).hasSize(1);
    }

    /** He has had it, and yet: what was taken back is taken back. */
    @Test
    void aGrantThatEndedShowsNothingAgain() {
        allow(Set.of(once()), Set.of(), Set.of());
        AccessRequest asked = approved();
        byte[] step = fingerprint();
        fetch(step(step));
        fetch(step(step));
        AccessRequest spare = approved();
        revoking.revoke(asker, Optional.of(spare.id()));
        fetch(step(step));
        scene.change(() -> assertThat(grants.end(asked.id(), "revoked")).isTrue());
        assertRefused(() -> fetch(step(step)), "approval-required");
    }

    /** Whoever decided on it read another clause than the one that is settled. */
    @Test
    void aGrantForAnotherClauseIsNotUsedUnderThisOne() {
        allow(Set.of(once()), Set.of(), Set.of());
        approved();
        Grant grant = grants.held(asker.hand(), Optional.empty(), Verb.CODE_FETCH.code(), secret)
                .getFirst();
        allow(Set.of(), Set.of(), Set.of());
        byte[] clause = HexFormat.of().parseHex(grant.clause());
        byte[] another = clause.clone();
        another[0] ^= 1;
        assertThatThrownBy(() -> fetch(new Claim.GrantUse(grant.id(), another))).isInstanceOf(Refused.class);
        assertThat(grants.of(grant.request()).orElseThrow().usesLeft()).isEqualTo(1);
        fetch(new Claim.GrantUse(grant.id(), clause));
        assertThat(grants.of(grant.request()).orElseThrow().usesLeft()).isZero();
    }

    private Need.Approval once() {
        return new Need.Approval(
                1, Set.of(new Approver.Person(approver.id())), Duration.ofHours(1), Duration.ofMinutes(30), 1, false);
    }

    private Duty telling() {
        return new Duty.Tell(new Duty.Whom.Person(watcher.id()));
    }

    private UUID allow(Set<Need> needs, Set<Limit> limits, Set<Duty> duties) {
        Subject his = new Subject.Person(asker.actor().id());
        return rules.add(Effect.ALLOW, his, secret, new Clauses(Set.of(), needs, limits, duties), Verb.CODE_FETCH);
    }

    private AccessRequest approved() {
        AccessRequest asked = scene.ask(asker, secret);
        return deciding.approve(scene.signedIn(approver), Optional.of(asked.id()), Deciding.Lesser.ALL);
    }

    private static byte[] fingerprint() {
        UUID one = UUID.randomUUID();
        return ByteBuffer.allocate(32)
                .putLong(one.getMostSignificantBits())
                .putLong(one.getLeastSignificantBits())
                .array();
    }

    private Claim step(byte[] fingerprint) {
        return step(asker, fingerprint);
    }

    private Claim step(Caller caller, byte[] fingerprint) {
        return new Claim.Step(
                fingerprint,
                STEP,
                0,
                Duration.ZERO,
                Claim.Sharing.EXCLUSIVE,
                caller.session().orElseThrow(),
                caller.actor().id(),
                secret);
    }

    private UUID fetch(Claim claim) {
        return fetch(asker, claim);
    }

    /** @return the event of the release */
    private UUID fetch(Caller caller, Claim claim) {
        Ask ask = new Ask(
                caller,
                Verb.CODE_FETCH,
                EventClass.CODE_RELEASED,
                () -> catalogue
                        .find(secret)
                        .map(placed -> Sight.of(placed, caller).opening(UUID.randomUUID(), "seed", List.of(claim))));
        return gate.release(ask).recorded().event();
    }

    /** By all limits of a policy. */
    private long counted(UUID policy) throws SQLException {
        try (Connection owner = roles.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(used), 0) from claim_limit"
                        + " where counter like 'policy/" + policy + "/%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
