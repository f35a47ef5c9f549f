// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What {@link PolicyBench} measures. Public as the harness wants it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmarks {
    private static final int QUESTIONS = 4_096;

    /** Ten thousand policies. */
    @State(Scope.Thread)
    public static class Large {
        final PolicySet set = new Town(1).policies(10_000);
        final Edition edition = Edition.of(1, set);
        final BareIndex bare = new BareIndex(set);
        final Asked asked = new Asked(set);
    }

    /** A hundred. */
    @State(Scope.Thread)
    public static class Small {
        final PolicySet set = new Town(2).policies(100);
        final Edition edition = Edition.of(1, set);
        final Asked asked = new Asked(set);
    }

    /** Questions, one after another. */
    static final class Asked {
        private final List<Question> questions;
        private int next;

        Asked(PolicySet set) {
            Town town = new Town(3);
            questions = IntStream.range(0, QUESTIONS)
                    .mapToObj(i -> town.question(set))
                    .toList();
        }

        Question next() {
            next = (next + 1) % QUESTIONS;
            return questions.get(next);
        }
    }

    @Benchmark
    public boolean bareAtTenThousand(Large large) {
        return large.bare.allows(large.asked.next());
    }

    @Benchmark
    public Object explainedAtTenThousand(Large large) {
        return large.edition.decide(large.asked.next());
    }

    @Benchmark
    public Object explainedAtAHundred(Small small) {
        return small.edition.decide(small.asked.next());
    }

    @Benchmark
    public Object indexOfTenThousandRebuilt(Large large) {
        return Edition.of(2, large.set);
    }
}
