// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a decision costs, as ratios of one run: src/docs/benchmarks.md. */
class PolicyBench {
    private static final double MILLISECOND = 1_000_000;
    private static final double MEDIAN = 50;

    @Test
    void aDecisionWithItsReasonsIsCheapAndManyPoliciesHardlyMatter() throws RunnerException {
        Map<String, Double> nanoseconds = measured();
        nanoseconds.forEach((way, time) -> System.out.printf(Locale.ROOT, "%-28s %12.0f ns%n", way, time));

        double bare = nanoseconds.getOrDefault("bareAtTenThousand", Double.NaN);
        double explained = nanoseconds.getOrDefault("explainedAtTenThousand", Double.NaN);
        double small = nanoseconds.getOrDefault("explainedAtAHundred", Double.NaN);
        System.out.printf(Locale.ROOT, "explained/bare %.2f, 10,000/100 %.2f%n", explained / bare, explained / small);

        assertThat(explained / bare).as("with reasons, against the bare lookup").isLessThan(5);
        assertThat(explained / small).as("10,000 policies against 100").isLessThan(3);
        assertThat(nanoseconds.getOrDefault("indexOfTenThousandRebuilt", Double.NaN) / MILLISECOND)
                .as("milliseconds for the index")
                .isLessThan(20);
        assertThat(nanoseconds.getOrDefault("whoCanOfTwoThousandPeople", Double.NaN) / MILLISECOND)
                .as("milliseconds for who can")
                .isLessThan(100);
    }

    private static Map<String, Double> measured() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(PolicyBenchmarks.class.getName())
                .warmupIterations(12)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(6)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .jvmArgs("-Xmx1g")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> nanoseconds = new TreeMap<>();
        for (RunResult result : results) {
            nanoseconds.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
        }
        return nanoseconds;
    }
}
