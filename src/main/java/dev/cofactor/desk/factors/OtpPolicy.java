// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** The settings, looked at once: with ones that cannot be meant the server does not start. */
@ApplicationScoped
class OtpPolicy {
    static final int MOST_AROUND = 10;
    private static final int SHORTEST_PERIOD = 15;
    private static final int LONGEST_PERIOD = 120;
    private static final int FEWEST_CODES = 5;
    private static final int MOST_CODES = 100;
    private static final int SHORTEST_CODE = 8;
    private static final int LONGEST_CODE = 32;

    private final FactorsConfig config;

    OtpPolicy(FactorsConfig config) {
        this.config = config;
    }

    void mustBeMeant(@Observes StartupEvent event) {
        must(config.digits() == 6 || config.digits() == 8, "COFACTOR_FACTOR_DIGITS is 6 or 8");
        must(within(SHORTEST_PERIOD, config.period(), LONGEST_PERIOD), "COFACTOR_FACTOR_PERIOD is 15 to 120 seconds");
        must(within(0, config.window(), MOST_AROUND), "COFACTOR_FACTOR_WINDOW is 0 to 10 steps");
        must(config.patience().isPositive(), "COFACTOR_FACTOR_PATIENCE is longer than nothing");
        FactorsConfig.Recovery recovery = config.recovery();
        must(within(FEWEST_CODES, recovery.codes(), MOST_CODES), "COFACTOR_FACTOR_RECOVERY_CODES is 5 to 100");
        must(within(SHORTEST_CODE, recovery.length(), LONGEST_CODE), "COFACTOR_FACTOR_RECOVERY_LENGTH is 8 to 32");
        must(within(0, recovery.few(), recovery.codes()), "COFACTOR_FACTOR_RECOVERY_FEW is at most how many there are");
    }

    private static boolean within(int least, int number, int most) {
        return least <= number && number <= most;
    }

    private static void must(boolean meant, String otherwise) {
        if (!meant) {
            throw new Problem(Problem.Kind.INVALID, "setting-unusable", otherwise);
        }
    }

    /** What a new app is asked for. */
    Parameters parameters() {
        return Parameters.totp(config.algorithm(), config.digits(), config.period());
    }

    int window() {
        return config.window();
    }

    Duration patience() {
        return config.patience();
    }

    int codes() {
        return config.recovery().codes();
    }

    int length() {
        return config.recovery().length();
    }

    /** Whether so few are left that it has to be said. */
    boolean isFew(int left) {
        return left <= config.recovery().few();
    }
}
