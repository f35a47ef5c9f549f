// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * No release that began after the answer to a revocation, through whichever node. The same count is taken of two ways that
 * are known to leak, so that a count of none says something: {@link LeakingWays}.
 */
@QuarkusTest
class FreshnessTest {
    private static final Duration LENGTH = Duration.ofSeconds(Nightly.or(6, 60));
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int CALLERS = 6;
    private static final int ADMINISTRATOR = CALLERS;

    private final Gate gate;
    private final SecondNode second;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    private final OneSecret secret = new OneSecret();

    FreshnessTest(Gate gate, SecondNode second, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
        this.gate = gate;
        this.second = second;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @Test
    void nothingIsReleasedAfterTheAnswerToARevocationByEitherNode() throws Exception {
        List<Gate> nodes = List.of(gate, second.gate());
        Caller caller = newcomers.signedIn(newcomers.settled());
        Stale stale = new Stale();
        AtomicInteger revoked = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        new Race(CALLERS + 1, LENGTH).run(turn -> {
            if (turn == ADMINISTRATOR) {
                stale.allowed();
                UUID policy = rules.allow(caller.actor().id(), secret.id, Verb.CODE_FETCH);
                untilSomebodyHasIt(stale);
                rules.withdraw(policy);
                stale.revoked();
                revoked.incrementAndGet();
                Thread.sleep(20);
            } else if (!stale.isReleased(() -> isReleased(nodes.get(turn % nodes.size()), caller))) {
                refused.incrementAndGet();
            }
        });
        assertThat(stale.count()).as("stale, of %d releases", stale.released()).isZero();
        assertThat(revoked).hasValueGreaterThan(3);
        assertThat(refused).hasValueGreaterThan(3);
        assertThat(stale.released()).isGreaterThan(3);
        assertThat(entries.of(caller.actor().id(), "code-released")).hasSize((int) stale.released());
        assertThat(log.verify()).isPositive();
    }

    /** However busy the machine is: with nothing released there would be nothing to be late. */
    private static void untilSomebodyHasIt(Stale stale) throws InterruptedException {
        long had = stale.released();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        do {
            Thread.sleep(20);
        } while (stale.released() == had && System.nanoTime() < patience);
    }

    private boolean isReleased(Gate node, Caller caller) {
        try {
            node.release(secret.fetch(caller));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    void theSameCountSeesWhatACacheLeaksThatIsToldByNotifications() throws Exception {
        assertThat(LeakingWays.staleThroughNotifications()).isPositive();
    }

    @Test
    void aLockAndAReadInOneStatementPutsWhatIsOldBehindWhatIsNew() throws Exception {
        assertThat(LeakingWays.isOutOfOrder("""
                update freshness.head set seq = seq + 1
                returning (select epoch from freshness.rule)""")).as("in one statement").isTrue();
        assertThat(LeakingWays.isOutOfOrder(
                        "update freshness.head set seq = seq + 1; select epoch from freshness.rule"))
                .as("the lock first")
                .isFalse();
        assertThat(LeakingWays.isOutOfOrder("update freshness.head set seq = seq + 1 returning epoch"))
                .as("the epoch in the row that is locked, as the log has it")
                .isFalse();
    }

    /** Counts releases that began when the revocation had been answered, and ended before anything was allowed again. */
    static final class Stale {
        private final AtomicLong turns = new AtomicLong();
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong released = new AtomicLong();

        /** About to be: from here on a release may be right again. */
        void allowed() {
            turns.incrementAndGet();
        }

        /** It was answered. */
        void revoked() {
            turns.incrementAndGet();
        }

        boolean isReleased(Callable<Boolean> fetch) throws Exception {
            long before = turns.get();
            boolean out = fetch.call();
            if (out) {
                released.incrementAndGet();
                if (before % 2 == 0 && turns.get() == before) {
                    count.incrementAndGet();
                }
            }
            return out;
        }

        long count() {
            return count.get();
        }

        long released() {
            return released.get();
        }
    }
}
