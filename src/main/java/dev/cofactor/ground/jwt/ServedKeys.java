// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The keys one issuer serves, as we last saw them. It is asked when they are not fresh or a token names one that is not
 * among them, by one request at a time and at most once in half a minute, whatever tokens come: nobody can use us to knock
 * at somebody's door. Keys that it serves no longer are good no longer.
 */
final class ServedKeys {
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** So many wait for an answer that one of them asked for; others are told at once that they are not known. */
    static final int WAITING = 8;

    private static final long PATIENCE_MILLIS = 2 * Fetching.DEADLINE.toMillis();

    private final Supplier<Optional<KeySet>> issuer;
    private final JwtConfig config;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final Semaphore seats = new Semaphore(WAITING);
    private volatile Seen seen = new Seen(KeySet.NONE, Instant.EPOCH, Instant.EPOCH);

    private record Seen(KeySet keys, Instant fetched, Instant asked) {}

    ServedKeys(Supplier<Optional<KeySet>> issuer, JwtConfig config, Clock clock) {
        this.issuer = issuer;
        this.config = config;
        this.clock = clock;
    }

    KeySet now(Optional<String> kid) {
        if (!isWorthAsking(kid)) {
            return good();
        }
        boolean needed = good().keys().isEmpty() || !good().knows(kid);
        if (needed && seats.tryAcquire()) {
            try {
                askOrWait(kid);
            } finally {
                seats.release();
            }
        } else if (!needed && asking.tryLock()) {
            ask(kid);
        }
        return good();
    }

    private boolean isWorthAsking(Optional<String> kid) {
        Instant now = clock.instant();
        Seen last = seen;
        boolean fresh = isWithin(last.fetched(), config.fresh(), now);
        return !(fresh && last.keys().knows(kid)) && !isWithin(last.asked(), PAUSE, now);
    }

    private void askOrWait(Optional<String> kid) {
        try {
            if (asking.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                ask(kid);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the lock held. Whoever waited for it finds that somebody else has asked. */
    private void ask(Optional<String> kid) {
        try {
            if (isWorthAsking(kid)) {
                seen = asked(clock.instant());
            }
        } finally {
            asking.unlock();
        }
    }

    private Seen asked(Instant now) {
        Seen before = seen;
        return issuer.get()
                .map(keys -> new Seen(keys, now, now))
                .orElseGet(() -> new Seen(before.keys(), before.fetched(), now));
    }

    private KeySet good() {
        Seen last = seen;
        return isWithin(last.fetched(), config.good(), clock.instant()) ? last.keys() : KeySet.NONE;
    }

    /** Also not before it: a clock that was put back asks anew. */
    private static boolean isWithin(Instant since, Duration span, Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(span));
    }
}
