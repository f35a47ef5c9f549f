// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads the QR codes in a picture: PNG, JPEG or GIF, in memory only. One picture at a time in the whole process, because
 * one may take a good part of the heap.
 */
public final class QrReader {
    public static final int MAX_BYTES = 15 << 20;

    /** A decoded picture is reduced to so many pixels at most before it is looked at. */
    private static final int MAX_PIXELS = 16_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);

    /** Each of them holds a request's body. */
    private static final int MOST_WAITING = 4;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    private final Clock clock;
    private final Duration patience;
    private final Duration wait;

    public QrReader(Clock clock) {
        this(clock, PATIENCE, WAIT);
    }

    QrReader(Clock clock, Duration patience, Duration wait) {
        this.clock = clock;
        this.patience = patience;
        this.wait = wait;
    }

    /**
     * All different texts found, what they mean is for others to say. The bytes stay the caller's, to overwrite.
     *
     * @throws PictureRefused with advice, when there is none or the picture cannot be read
     */
    public Readings read(byte[] picture) {
        return inTurn(picture, Optional.empty());
    }

    /**
     * As {@link #read(byte[])}, one of several pictures that have a time together, waiting for their turns included.
     *
     * @throws PictureRefused also when that time is over
     */
    public Readings read(byte[] picture, Deadline together) {
        if (together.hasPassed()) {
            throw PictureRefused.togetherTookTooLong();
        }
        return inTurn(picture, Optional.of(together));
    }

    private Readings inTurn(byte[] picture, Optional<Deadline> together) {
        PictureHeader header = PictureHeader.of(picture);
        await();
        try {
            Deadline own = new Deadline(clock, patience);
            return read(picture, header, together.map(own::atMost).orElse(own));
        } catch (PictureRefused e) {
            throw together.filter(Deadline::hasPassed).isPresent() ? PictureRefused.togetherTookTooLong() : e;
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private Readings read(byte[] picture, PictureHeader header, Deadline deadline) {
        Scaled decoded = Decoding.decode(picture, header, deadline);
        Scaled working = decoded.reduced(divisor(decoded.grey()));
        if (working.grey() != decoded.grey()) {
            decoded.grey().wipe();
        }
        try {
            return new Search(deadline).search(working);
        } finally {
            working.grey().wipe();
        }
    }

    private static int divisor(Grey grey) {
        int divisor = 1;
        while (grey.pixels.length / (divisor * divisor) > MAX_PIXELS) {
            divisor++;
        }
        return divisor;
    }

    private void await() {
        if (ONE_AT_A_TIME.getQueueLength() >= MOST_WAITING) {
            throw PictureRefused.overloaded(PATIENCE);
        }
        try {
            if (ONE_AT_A_TIME.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw PictureRefused.busy(PATIENCE);
    }
}
