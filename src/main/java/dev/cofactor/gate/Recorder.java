// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ground.events.Loss;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.audit.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands events to the log, waits until it is known what became of them, and says what a caller is told of it. */
@ApplicationScoped
class Recorder {
    /** Longer than any statement of the log may take; beyond it nobody knows. */
    private static final long PATIENCE_SECONDS = 15;

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final AuditLog log;
    private final Clock clock;

    Recorder(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    Settlement record(Intent intent) {
        try {
            return log.append(intent).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Settlement.Unknown(intent.event().id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Settlement.Unknown(intent.event().id());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log settles everything, and failed to", e);
        }
    }

    /** Records what must be recorded before anybody hears of it. */
    void mustRecord(Intent intent) {
        Settlement settlement = record(intent);
        if (!(settlement instanceof Settlement.OnRecord)) {
            throw told(settlement);
        }
    }

    Refused told(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Lost lost -> told(lost.loss());
            case Settlement.Overloaded overloaded -> Refused.overloaded(overloaded.retryAfter());
            case Settlement.DecideAgain again -> Refused.overloaded(COME_BACK);
            case Settlement.Unavailable unavailable -> Refused.unrecorded();
            case Settlement.Unknown unknown -> Refused.unrecorded();
            case Settlement.OnRecord onRecord -> throw new IllegalStateException("what is on record is not refused");
        };
    }

    Refused told(Loss loss) {
        return switch (loss) {
            case Loss.Busy busy -> Refused.busy(atLeast(busy.left()), busy.holder());
            case Loss.Full full -> Refused.tooMany(until(full.next()));
            case Loss.Moved moved -> Refused.overloaded(COME_BACK);
            case Loss.Ended ended -> told(ended.reason());
        };
    }

    private static Refused told(Loss.Reason reason) {
        return switch (reason) {
            case SESSION_ENDED -> Refused.unauthenticated();
            case KEY_USED_OTHERWISE -> Refused.keyUsedOtherwise();
            case GRANT_ENDED -> Refused.grantEnded();
            case SHOWING_ENDED -> Refused.showingEnded();
            case POOL_EMPTY -> Refused.poolEmpty();
            case GIVEN_BACK -> Refused.givenBack();
            case RESTORED -> Refused.restored();
            case UNCONFIRMED -> Refused.unconfirmed();
        };
    }

    private Duration until(Instant next) {
        return atLeast(Duration.between(clock.instant(), next));
    }

    private static Duration atLeast(Duration left) {
        return left.isPositive() ? left : COME_BACK;
    }
}
