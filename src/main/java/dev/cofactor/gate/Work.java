// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ledger.audit.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change's work, and what came of it the last time it was done: it may be done again in another round. */
final class Work<T> {
    private final Function<Done.Moment, Done<T>> work;
    private @Nullable Done<T> done;

    Work(Function<Done.Moment, Done<T>> work) {
        this.work = work;
    }

    /** What is to be recorded: what was asked, with what it came to. */
    Intent done(Intent asked, Instant at) {
        Done<T> outcome = work.apply(new Done.Moment(asked.event().id(), at));
        done = outcome;
        Event event = asked.event().with(asked.event().details().with(outcome.details()));
        return new Intent(
                event, asked.opens(), List.<Claim>copyOf(outcome.tells()), asked.world(), asked.rows(), asked.lane());
    }

    /** Absent where the request was a repetition, for which no work is done. */
    Optional<T> result() {
        return Optional.ofNullable(done).map(Done::result);
    }
}
