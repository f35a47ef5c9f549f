// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding.Lesser;
import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two who decide at the same moment: exactly one comes first, and what the other one did has not happened. */
@QuarkusTest
class RacesTest {
    private static final int ROUNDS = 5;
    private static final int FETCHERS = 200;

    private final Scene scene;
    private final Asking asking;
    private final Deciding deciding;
    private final Revoking revoking;
    private final AccessRequests requests;
    private final Grants grants;
    private final LogEntries entries;
    private final WholeLog log;

    RacesTest(
            Scene scene,
            Asking asking,
            Deciding deciding,
            Revoking revoking,
            AccessRequests requests,
            Grants grants,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.asking = asking;
        this.deciding = deciding;
        this.revoking = revoking;
        this.requests = requests;
        this.grants = grants;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @RepeatedTest(ROUNDS)
    void oneWhoSaysYesTwiceAtOnceCountsOnce() {
        Play play = scene.with(group -> Scene.by(2, new Approver.Group(group)));
        AccessRequest asked = scene.ask(play);
        Caller one = scene.signedIn(play.approvers().getFirst());
        Caller same = scene.signedIn(play.approvers().getFirst());
        List<String> codes = atOnce(() -> approve(one, asked), () -> approve(same, asked));
        assertThat(codes).containsExactlyInAnyOrder("", "decided-already");
        assertThat(requests.verdicts(asked.id())).hasSize(1);
        assertThat(grants.of(asked.id())).isEmpty();
        assertThat(entries.about(asked.id(), "access-approved")).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoLastYesesOneGives() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Caller one = scene.signedIn(play.approvers().get(0));
        Caller other = scene.signedIn(play.approvers().get(1));
        List<String> codes = atOnce(() -> approve(one, asked), () -> approve(other, asked));
        assertThat(codes).containsExactlyInAnyOrder("", "request-settled");
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isEqualTo(3);
    }

    @RepeatedTest(ROUNDS)
    void approvedOrWithdrawnAndNeverBoth() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Caller approver = scene.signedIn(play.approvers().getFirst());
        List<String> codes = atOnce(
                () -> approve(approver, asked), () -> asking.withdraw(play.asker(), Optional.of(asked.id())));
        assertThat(codes).containsExactlyInAnyOrder("", "request-settled");
        boolean given = requests.find(asked.id()).orElseThrow().state() == State.APPROVED;
        assertThat(grants.of(asked.id()).isPresent()).isEqualTo(given);
        assertThat(entries.about(asked.id(), "access-withdrawn")).hasSize(given ? 0 : 1);
        assertThat(entries.about(asked.id(), "access-approved")).hasSize(given ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void approvedOrRejectedAndNeverBoth() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Caller yes = scene.signedIn(play.approvers().get(0));
        Caller no = scene.signedIn(play.approvers().get(1));
        List<String> codes = atOnce(
                () -> approve(yes, asked), () -> deciding.reject(no, Optional.of(asked.id()), "not tonight"));
        assertThat(codes).containsExactlyInAnyOrder("", "request-settled");
        boolean given = requests.find(asked.id()).orElseThrow().state() == State.APPROVED;
        assertThat(grants.of(asked.id()).isPresent()).isEqualTo(given);
        assertThat(requests.verdicts(asked.id())).extracting(Verdict::yes).containsExactly(given);
    }

    @RepeatedTest(ROUNDS)
    void theLastUseIsWonOnce() {
        Play play = scene.with(group -> new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofHours(1), Duration.ofMinutes(30), 1, false));
        AccessRequest asked = scene.ask(play);
        approve(scene.signedIn(play.approvers().getFirst()), asked);
        Runnable fetch = () -> scene.fetch(play.asker(), play.secret(), Scene.saying(Scene.WHY));
        List<String> codes = atOnce(fetch, fetch);
        assertThat(codes).containsExactlyInAnyOrder("", "approval-required");
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isZero();
        assertThat(entries.about(play.secret(), "code-released")).hasSize(1);
    }

    @Test
    void nothingIsReleasedOnceTheRevocationIsAnsweredThoughTwoHundredFetch() throws Exception {
        Play play = scene.with(group -> new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofHours(1), Duration.ofMinutes(30), 1000, false));
        AccessRequest asked = scene.ask(play);
        Caller approver = scene.signedIn(play.approvers().getFirst());
        approve(approver, asked);
        AtomicLong released = new AtomicLong();
        AtomicLong late = new AtomicLong();
        AtomicLong answered = new AtomicLong(Long.MAX_VALUE);
        CountDownLatch running = new CountDownLatch(FETCHERS / 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = IntStream.range(0, FETCHERS)
                    .mapToObj(one -> CompletableFuture.runAsync(
                            () -> {
                                while (true) {
                                    long begun = System.nanoTime();
                                    try {
                                        scene.fetch(play.asker(), play.secret(), Scene.saying(Scene.WHY));
                                        released.incrementAndGet();
                                        late.addAndGet(begun > answered.get() ? 1 : 0);
                                    } catch (Problem refused) {
                                        if (refused.code().equals("approval-required")) {
                                            return;
                                        }
                                    } finally {
                                        running.countDown();
                                    }
                                }
                            },
                            threads))
                    .toList();
            running.await();
            revoking.revoke(approver, Optional.of(asked.id()));
            answered.set(System.nanoTime());
            all.forEach(CompletableFuture::join);
        }
        long revoked = entries.about(asked.id(), "grant-revoked").getFirst().index();
        List<LogEntries.Entry> releases = entries.about(play.secret(), "code-released");
        assertThat(releases).hasSize((int) released.get()).isNotEmpty();
        assertThat(releases).allSatisfy(entry -> assertThat(entry.index()).isLessThan(revoked));
        assertThat(late).hasValue(0);
    }

    private void approve(Caller caller, AccessRequest asked) {
        deciding.approve(caller, Optional.of(asked.id()), Lesser.ALL);
    }

    /** @return the code with which each was refused; empty for whoever was not */
    private static List<String> atOnce(Runnable... all) {
        CountDownLatch ready = new CountDownLatch(all.length);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.of(all)
                    .map(one -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    ready.countDown();
                                    ready.await();
                                    one.run();
                                    return "";
                                } catch (Problem problem) {
                                    return problem.code();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
