// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.desk.secrets.Soundness;
import dev.cofactor.desk.seeds.BackupCodes;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.post.Errands;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backup code goes to one, however many come and whatever breaks. */
@QuarkusTest
class PoolRacesTest {
    private static final int TAKERS = 1_000;
    private static final int PEOPLE = 25;

    /** As many as are in the house at the same time; the others stand at its door. */
    private static final int AT_ONCE = 100;

    private final Depot depot;
    private final Handouts handouts;
    private final LogEntries entries;
    private final WholeLog log;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Soundness soundness;
    private final BackupCodes codes;
    private final TakenRows rows;
    private final Errands errands;
    private final Asking asking;
    private final Vault vault;
    private final Values values;

    PoolRacesTest(
            Depot depot,
            Handouts handouts,
            LogEntries entries,
            WholeLog log,
            Gate gate,
            Catalogue catalogue,
            Soundness soundness,
            BackupCodes codes,
            TakenRows rows,
            Errands errands,
            Asking asking,
            Vault vault,
            Values values) {
        this.depot = depot;
        this.handouts = handouts;
        this.entries = entries;
        this.log = log;
        this.gate = gate;
        this.catalogue = catalogue;
        this.soundness = soundness;
        this.codes = codes;
        this.rows = rows;
        this.errands = errands;
        this.asking = asking;
        this.vault = vault;
        this.values = values;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    /** What each of so many was told: a code, or why not. Whoever is told to come again does. */
    private List<String> all(int number, List<Caller> callers, Pool pool) throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<String>> tasks = IntStream.range(0, number)
                    .<Callable<String>>mapToObj(one -> () -> patiently(callers.get(one % callers.size()), pool))
                    .toList();
            List<String> told = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(tasks)) {
                told.add(one.get());
            }
            return told;
        }
    }

    private String patiently(Caller caller, Pool pool) throws InterruptedException {
        while (true) {
            try {
                return handouts.take(Depot.order(caller, pool, "")).code();
            } catch (Problem e) {
                if (e.kind() != Problem.Kind.UNAVAILABLE) {
                    return e.code();
                }
                Thread.sleep(50);
            }
        }
    }

    private List<Caller> people(Pool pool) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(one -> depot.signedIn(depot.taker(pool)))
                .toList();
    }

    @Test
    void ofAThousandTakersOfTenCodesTenWinAndNoCodeGoesTwice() throws Exception {
        Pool pool = depot.pool(10, 3, 0);
        List<String> told = all(TAKERS, people(pool), pool);
        List<String> won = told.stream().filter(pool.codes()::contains).toList();
        assertThat(won).hasSize(10).doesNotHaveDuplicates();
        assertThat(told).filteredOn("pool-empty"::equals).hasSize(TAKERS - 10);
        assertThat(entries.about(pool.secret(), "backup-code-taken")).hasSize(10);
    }

    @Test
    void howeverManyComeAtOnceTheLastOnesWaitForAYes() throws Exception {
        Pool pool = depot.pool(8, 0, 5);
        List<String> told = all(60, people(pool), pool);
        assertThat(told.stream().filter(pool.codes()::contains))
                .containsExactlyInAnyOrderElementsOf(pool.codes().subList(0, 3));
        assertThat(new HashSet<>(told)).contains("denied").hasSize(4);
    }

    @Test
    void whoeverFallsBetweenRecordAndAnswerHasTheCodeUnderHisKeyAndNobodyElseGetsIt() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Handouts killed = new Handouts(
                gate, catalogue, soundness, codes, rows, errands, asking, new Openings(gate, vault, values, rows) {
                    @Override
                    Handed open(Sought sought, Recorded recorded, Won.BackupCode won, boolean again) {
                        throw new IllegalStateException("the process is gone");
                    }
                });
        Caller caller = depot.signedIn(taker);
        assertThatThrownBy(() -> killed.take(Depot.order(caller, pool, "recovery-9")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries.about(pool.secret(), "backup-code-taken")).hasSize(1);
        depot.take(depot.taker(pool), pool)
                .then()
                .body("code", org.hamcrest.Matchers.equalTo(pool.codes().get(1)));
        assertThat(handouts.take(Depot.order(caller, pool, "recovery-9")).code())
                .isEqualTo(pool.codes().getFirst());
        depot.take(taker, pool, Map.of())
                .then()
                .body("code", org.hamcrest.Matchers.equalTo(pool.codes().get(2)));
    }

    @Test
    void twinsUnderOneKeyHaveOneCodeBetweenThem() throws Exception {
        Pool pool = depot.pool(5, 0, 0);
        Caller caller = depot.signedIn(depot.taker(pool));
        List<Callable<String>> tasks = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(one -> () -> {
                    while (true) {
                        try {
                            return handouts.take(Depot.order(caller, pool, "twins"))
                                    .code();
                        } catch (Problem e) {
                            assertThat(e.code()).isIn("busy", "overloaded");
                            Thread.sleep(20);
                        }
                    }
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> one : threads.invokeAll(tasks)) {
                assertThat(one.get()).isEqualTo(pool.codes().getFirst());
            }
        }
        assertThat(rows.of(codes.standings(catalogue.find(pool.secret()).orElseThrow(), java.util.Optional.empty())
                        .getFirst()
                        .pool()))
                .hasSize(1);
    }
}
