// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.foresight.WhoCan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What {@link PolicyBench} measures. Public as the harness wants it. Single times are kept, not their mean: whatever else the
 * machine does makes a few of them very long and leaves their median alone.
 */
@BenchmarkMode(Mode.SampleTime)
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

    /** Two thousand people, and secrets of whom it is asked who could fetch their codes. */
    @State(Scope.Thread)
    public static class People {
        private static final int GOALS = 64;

        final Edition edition = Edition.of(1, new Town(1).policies(10_000));
        final List<Seeker> all = new Town(4).people();
        private final List<Goal> goals = goals(new Town(5));
        private int next;

        private static List<Goal> goals(Town town) {
            return IntStream.range(0, GOALS).mapToObj(i -> town.goal()).toList();
        }

        Goal goal() {
            next = (next + 1) % GOALS;
            return goals.get(next);
        }
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
    public Object whoCanOfTwoThousandPeople(People people) {
        return WhoCan.of(people.edition, people.all, Verb.CODE_FETCH, people.goal(), Town.NOON);
    }

    @Benchmark
    public Object indexOfTenThousandRebuilt(Large large) {
        return Edition.of(2, large.set);
    }
}
