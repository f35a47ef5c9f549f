// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.factors.Owner.Enrolled;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Many who use the same code in the same moment: one of them has it. */
@QuarkusTest
class RacesTest {
    private static final int MANY = Nightly.or(300, 1_000);

    /** Each costs a slow hash. */
    private static final int SLOW = 200;

    private static final int AT_ONCE = 32;

    private final Owner owner;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final WholeLog log;

    RacesTest(Owner owner, Factors factors, RecoveryCodes recovery, WholeLog log) {
        this.owner = owner;
        this.factors = factors;
        this.recovery = recovery;
        this.log = log;
    }

    /** How it ended for each. */
    private record Ends(long won, long lost, long turnedAway) {}

    /** Each looks, and uses what he found. */
    private Ends race(int many, Supplier<Optional<? extends Match>> look) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Optional<Boolean>>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(threads.submit(() -> used(look)));
            }
            List<Optional<Boolean>> ends = new ArrayList<>();
            for (Future<Optional<Boolean>> each : all) {
                ends.add(each.get());
            }
            long won =
                    ends.stream().filter(end -> end.equals(Optional.of(true))).count();
            long lost =
                    ends.stream().filter(end -> end.equals(Optional.of(false))).count();
            return new Ends(won, lost, many - won - lost);
        }
    }

    /** Empty for whoever was told to come later. */
    private Optional<Boolean> used(Supplier<Optional<? extends Match>> look) {
        try {
            return Optional.of(look.get().map(owner::use).orElse(false));
        } catch (Problem e) {
            assertThat(e.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            return Optional.empty();
        }
    }

    @Test
    void ofManyWithOneCodeOneHasIt() throws Exception {
        Enrolled enrolled = owner.enrolled();
        String code = enrolled.typed().code();
        Ends ends = race(MANY, () -> factors.check(enrolled.person(), code));
        assertThat(ends.won()).isEqualTo(1);
        assertThat(ends.lost()).isGreaterThan(MANY / 2);
        assertThat(log.verify()).isPositive();
    }

    /** All have looked before anybody uses it, or the slow hash would keep most of them out. */
    @Test
    void ofManyWithOneRecoveryCodeOneHasIt() throws Exception {
        Enrolled enrolled = owner.enrolled();
        RecoveryCodes.Used found =
                recovery.check(enrolled.person(), enrolled.recovery().get(3)).orElseThrow();
        Ends ends = race(MANY, () -> Optional.of(found));
        assertThat(ends.won()).isEqualTo(1);
        assertThat(ends.lost()).isGreaterThan(MANY / 2);
        assertThat(recovery.left(enrolled.person())).isEqualTo(9);
    }

    @Test
    void ofManyWhoTypeOneRecoveryCodeOneHasIt() throws Exception {
        Enrolled enrolled = owner.enrolled();
        String code = enrolled.recovery().get(7);
        Ends ends = race(SLOW, () -> recovery.check(enrolled.person(), code));
        assertThat(ends.won()).isEqualTo(1);
        assertThat(recovery.left(enrolled.person())).isEqualTo(9);
    }
}
