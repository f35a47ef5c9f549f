// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Codes;
import dev.cofactor.desk.codes.Fetched;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Nodes;
import dev.cofactor.desk.codes.Request;
import dev.cofactor.desk.codes.Wish;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Refusal;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fetch that waits until somebody has decided. */
@QuarkusTest
class WaitForYesTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final int PERIOD = 5;

    private final Scene scene;
    private final Kiosk kiosk;
    private final Codes codes;
    private final Nodes nodes;
    private final Deciding deciding;
    private final AccessRequests requests;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    WaitForYesTest(
            Scene scene,
            Kiosk kiosk,
            Codes codes,
            Nodes nodes,
            Deciding deciding,
            AccessRequests requests,
            Newcomers newcomers,
            Rules rules,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.kiosk = kiosk;
        this.codes = codes;
        this.nodes = nodes;
        this.deciding = deciding;
        this.requests = requests;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private record Play(Stand stand, Person person, Caller asker, Person approver) {}

    private Play play(int quorum) {
        Stand stand = kiosk.stand("shared", PERIOD);
        Person person = newcomers.settled();
        Person approver = scene.approver();
        Person other = scene.approver();
        Approver[] approvers = {new Approver.Person(approver.id()), new Approver.Person(other.id())};
        scene.allow(new Subject.Person(person.id()), stand.secret(), Scene.by(quorum, approvers), new Need.Reason(10));
        return new Play(stand, person, newcomers.signedIn(person), approver);
    }

    private static CompletableFuture<Fetched> asks(Codes node, Caller caller, Stand stand, Patience patience) {
        Wish wish = new Wish(Duration.ZERO, patience, Optional.empty(), Scene.saying(Scene.WHY), false, true);
        return node.begin(new Request(caller, stand.path(), wish, new CompletableFuture<>()))
                .toCompletableFuture();
    }

    private CompletableFuture<Fetched> waits(Play at) {
        return asks(codes, at.asker, at.stand, new Patience.Approval(LONG));
    }

    private Optional<UUID> request(Play at) {
        List<AccessRequest> open = requests.open(1000).stream()
                .filter(one -> one.matter().secret().equals(at.stand.secret()))
                .toList();
        assertThat(open).hasSize(1);
        return Optional.of(open.getFirst().id());
    }

    private void approve(Play at, Person by) {
        deciding.approve(scene.signedIn(by), request(at), Deciding.Lesser.ONCE);
    }

    @Test
    void aFetchThatWaitsAsksAndHasItsCodeOnceSomebodySaidYes() {
        Play at = play(1);
        CompletableFuture<Fetched> waiting = waits(at);
        Waiting.pause(1_500);
        assertThat(waiting).isNotDone();
        approve(at, at.approver);
        Fetched fetched =
                waiting.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(fetched.code().text()).isEqualTo(at.stand.codeOf(fetched.moment()));
        assertThat(entries.about(at.stand.secret(), "code-released")).hasSize(1);
    }

    @Test
    void whatIsDecidedOnOneNodeIsHeardOfOnAnother() {
        Play at = play(1);
        try (Nodes.Node node = nodes.another()) {
            CompletableFuture<Fetched> waiting = asks(node.codes(), at.asker, at.stand, new Patience.Approval(LONG));
            approve(at, at.approver);
            assertThat(waiting.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                            .join()
                            .code()
                            .text())
                    .hasSize(6);
            assertThat(node.room().seats().taken()).isZero();
        }
    }

    @Test
    void aNoEndsTheWaitAndIsSaidAndNothingElseIsAsked() {
        Play at = play(1);
        CompletableFuture<Fetched> waiting = waits(at);
        Optional<UUID> request = request(at);
        deciding.reject(scene.signedIn(at.approver), request, "not on a Friday");
        Problem no = Refusal.of(waiting);
        assertThat(no.code()).isEqualTo("approval-rejected");
        assertThat(no.members().get("request")).isEqualTo(PublicId.REQUEST.of(request.orElseThrow()));
        assertThat(entries.about(at.stand.secret(), "code-released")).isEmpty();
        assertThat(entries.of(at.person.id(), "access-requested")).hasSize(1);
    }

    @Test
    void oneYesOfTwoIsNotEnough() {
        Play at = play(2);
        CompletableFuture<Fetched> waiting = waits(at);
        approve(at, at.approver);
        Waiting.pause(1_500);
        assertThat(waiting).isNotDone();
    }

    @Test
    void whoeverIsSuspendedWhileHeWaitsGetsNothing() {
        Play at = play(1);
        CompletableFuture<Fetched> waiting = waits(at);
        newcomers.suspend(at.asker);
        approve(at, at.approver);
        assertThat(Refusal.of(waiting).code()).isEqualTo("unauthenticated");
        assertThat(entries.of(at.person.id(), "code-released")).isEmpty();
    }

    @Test
    void aDenyThatComesWhileHeWaitsHoldsAgainstTheYes() {
        Play at = play(1);
        CompletableFuture<Fetched> waiting = waits(at);
        Optional<UUID> request = request(at);
        rules.deny(at.person.id(), at.stand.secret(), Verb.CODE_FETCH);
        try {
            deciding.approve(scene.signedIn(at.approver), request, Deciding.Lesser.ONCE);
        } catch (Problem isVoid) {
            assertThat(isVoid.code()).isEqualTo("request-void");
        }
        assertThat(Refusal.of(waiting).code()).isIn("denied", "not-found");
        assertThat(entries.of(at.person.id(), "code-released")).isEmpty();
    }

    @Test
    void whoeverDoesNotSayThatHeWaitsIsToldAtOnce() {
        Play at = play(1);
        CompletableFuture<Fetched> asked = asks(codes, at.asker, at.stand, new Patience.UpTo(LONG));
        assertThat(asked).isDone();
        assertThat(Refusal.of(asked).code()).isEqualTo("approval-required");
    }

    @Test
    void whenNobodyDecidesInHisTimeHeIsToldWithWhichRequestToGoOn() {
        Play at = play(1);
        CompletableFuture<Fetched> asked =
                asks(codes, at.asker, at.stand, new Patience.Approval(Duration.ofSeconds(1)));
        Problem why = Refusal.of(asked);
        assertThat(why.code()).isEqualTo("approval-required");
        assertThat(why.members().get("request"))
                .isEqualTo(PublicId.REQUEST.of(request(at).orElseThrow()));
    }

    @Test
    void ofManyWhoWaitForOneYesWithOneUseOneHasItAndTheOthersHearWhy() {
        Play at = play(1);
        Caller elsewhere = newcomers.signedIn(at.person);
        List<CompletableFuture<Fetched>> all = IntStream.range(0, 6)
                .mapToObj(
                        one -> asks(codes, one % 2 == 0 ? at.asker : elsewhere, at.stand, new Patience.Approval(LONG)))
                .toList();
        approve(at, at.approver);
        all.forEach(one -> one.handle((fetched, failure) -> fetched).join());
        long steps = all.stream()
                .filter(one -> !one.isCompletedExceptionally())
                .map(one -> one.join().moment())
                .distinct()
                .count();
        assertThat(steps).isEqualTo(1);
        all.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .forEach(one -> assertThat(Refusal.of(one).code()).isEqualTo("approval-expired"));
        assertThat(entries.of(at.person.id(), "access-requested")).hasSize(1);
    }
}
