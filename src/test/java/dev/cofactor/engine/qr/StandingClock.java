// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;

/** A clock whose first reader waits until it may go on. */
final class StandingClock extends Clock {
    private final CountDownLatch isRead;
    private final CountDownLatch mayGoOn;

    StandingClock(CountDownLatch isRead, CountDownLatch mayGoOn) {
        this.isRead = isRead;
        this.mayGoOn = mayGoOn;
    }

    @Override
    public Instant instant() {
        isRead.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
