// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One passage through the gate: decided, recorded, and then the code of the step that was recorded, or none. */
@Singleton
class Releases {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final Values values;
    private final Holders holders;

    Releases(Gate gate, Catalogue catalogue, Seeds seeds, Values values, Holders holders) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.values = values;
        this.holders = holders;
    }

    /** What a passage came to. */
    sealed interface Outcome {
        record Ready(Fetched fetched) implements Outcome {}

        /**
         * The step is his, and has not begun.
         *
         * @param event by which he has it
         */
        record NotBegun(Duration left, UUID event) implements Outcome {}

        /**
         * The step may have ended meanwhile, or too little of it may be left; that is on the log too.
         *
         * @param left until that is so for certain
         * @param event by which he would have had it
         */
        record TooLate(Duration left, UUID event) implements Outcome {}
    }

    /** When it was asked for and when it was found recorded, by a clock that only goes forward. */
    private record Times(long asked, long recorded) {
        /** It is not later than this. */
        Instant latest(Recorded record) {
            return record.time().plusNanos(System.nanoTime() - asked);
        }

        /** It is not earlier than this. */
        Instant earliest(Recorded record) {
            return record.time().plusNanos(System.nanoTime() - recorded);
        }
    }

    Outcome once(Wanted wanted) {
        Request request = wanted.request();
        Ask ask = new Ask(
                request.caller(),
                Verb.CODE_FETCH,
                EventClass.CODE_RELEASED,
                () -> wanted.seen(catalogue.look(request.asked())),
                sight -> ready(wanted),
                request.wish().given());
        long asked = System.nanoTime();
        Gate.Released released = gate.release(ask);
        return opened(wanted, released, new Times(asked, System.nanoTime()));
    }

    /** Allowed: only now is it looked at what would be opened, and that is claimed as of the place it was decided for. */
    private Sight ready(Wanted wanted) {
        Seeds.Sound sound = seeds.sound(wanted.request().caller(), wanted.coded(), Verb.CODE_FETCH);
        return wanted.opening(sound.serving().orElseThrow(CodeRefused::nothingServes));
    }

    private Outcome opened(Wanted wanted, Gate.Released released, Times times) {
        Recorded record = released.recorded();
        return switch (taken(released.won())) {
            case Won.Step step -> ofStep(wanted, step, record, times);
            case Won.Counter counter ->
                new Outcome.Ready(
                        fetched(wanted, counter.counter(), Optional.empty(), Optional.empty(), record, times));
            case Won.BackupCode code -> throw new IllegalStateException("a seed is no pool");
            case Won.Replay replay -> throw new IllegalStateException("a repetition takes a step or a counter too");
        };
    }

    private Outcome ofStep(Wanted wanted, Won.Step won, Recorded record, Times times) {
        Step step = Step.of(won.step(), wanted.serving().parameters());
        if (wanted.ahead() > 0) {
            Duration left = Duration.between(times.earliest(record), step.begin());
            return new Outcome.NotBegun(positive(left), record.event());
        }
        Instant end = step.end().minus(wanted.leastLeft());
        if (!times.latest(record).isBefore(end)) {
            expired(wanted, record, won);
            return new Outcome.TooLate(positive(Duration.between(times.earliest(record), end)), record.event());
        }
        Optional<Won.First> first = won.first()
                .filter(one -> holders.maySee(
                        wanted.request().caller(), one, wanted.secret().secret()));
        return new Outcome.Ready(fetched(wanted, won.step(), Optional.of(step), first, record, times));
    }

    private static Duration positive(Duration left) {
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Fetched fetched(
            Wanted wanted, long moment, Optional<Step> step, Optional<Won.First> first, Recorded record, Times times) {
        Seeds.Serving serving = wanted.serving();
        try (Plaintext seed = values.open(serving.where(), serving.sealed(), record)) {
            return new Fetched(
                    Otp.code(seed, serving.parameters(), moment),
                    serving.parameters(),
                    moment,
                    step,
                    first,
                    times.latest(record),
                    record.event(),
                    record.index());
        }
    }

    private void expired(Wanted wanted, Recorded record, Won.Step won) {
        Details details = Details.none().with(Name.OTHER, record.event()).with(Name.STEP, won.step());
        Optional<Subject> about =
                Optional.of(new Subject(Subject.Kind.SECRET, wanted.secret().secret()));
        gate.note(Fact.failed(wanted.request().caller(), EventClass.CODE_EXPIRED, about)
                .saying(details));
    }

    private static Won taken(List<Won> won) {
        return won.stream()
                .filter(one -> !(one instanceof Won.Replay))
                .findFirst()
                .orElseThrow();
    }
}
