// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether there is an account shows neither in the work done for an attempt nor in the time it takes. */
@QuarkusTest
class WhoThereIsTest {
    /** What one Argon2id hash takes of memory: the work of an attempt, to be counted where no clock is right. */
    private static final long HASH = 19_456L * 1024;

    private static final int PAIRS = 25;
    private static final int ATTEMPTS = 6;
    private static final double TOLERANCE = 0.05;

    private final Newcomers newcomers;
    private final SignIn signIn;
    private final Roles roles;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private String known = "";
    private String suspended = "";
    private String invited = "";

    WhoThereIsTest(Newcomers newcomers, SignIn signIn, Roles roles) {
        this.newcomers = newcomers;
        this.signIn = signIn;
        this.roles = roles;
    }

    @BeforeEach
    void people() throws SQLException {
        Person settled = newcomers.settled();
        known = settled.accountName();
        Person gone = newcomers.settled();
        suspended = gone.accountName();
        newcomers.suspend(newcomers.signedIn(gone));
        Person unmet = newcomers.settled();
        invited = unmet.accountName();
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "delete from password where person = '" + unmet.id() + "'");
        }
    }

    /** In a lane of its own: it is not the throttle that is measured. */
    private void guess(String name) {
        assertThatThrownBy(() -> signIn.with(
                        Lane.ofSession(UUID.randomUUID()), name, "not this one, no", Optional.empty(), Line.NONE))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo("sign-in-refused"));
    }

    private long hashes(String name) {
        long before = threads.getCurrentThreadAllocatedBytes();
        guess(name);
        return (threads.getCurrentThreadAllocatedBytes() - before) / HASH;
    }

    private long time(String name) {
        long begin = System.nanoTime();
        guess(name);
        return System.nanoTime() - begin;
    }

    @Test
    void everyAttemptCostsOneHashWhoeverIsMeant() {
        guess(known); // what is made once must not be counted
        for (String name : new String[] {known, suspended, invited, "nobody-at-all", "", "no name, not even one"}) {
            assertThat(hashes(name)).as("hashes for " + name).isEqualTo(1);
        }
    }

    /** The machine may be busy: one quiet stretch of several is enough, and what is uneven shows in all of them. */
    @Test
    void theMediansOfKnownAndUnknownAccountsLieTogether() {
        double[] apart = new double[ATTEMPTS];
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            apart[attempt] = apart();
            if (apart[attempt] <= TOLERANCE) {
                return;
            }
        }
        assertThat(apart)
                .as("how far apart the medians lay, in each of the rounds")
                .isEmpty();
    }

    private double apart() {
        long[] ofKnown = new long[PAIRS];
        long[] ofUnknown = new long[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean knownFirst = pair % 2 == 0;
            long first = time(knownFirst ? known : "nobody-" + pair);
            long second = time(knownFirst ? "nobody-" + pair : known);
            ofKnown[pair] = knownFirst ? first : second;
            ofUnknown[pair] = knownFirst ? second : first;
        }
        return Math.abs(median(ofKnown) / median(ofUnknown) - 1);
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
