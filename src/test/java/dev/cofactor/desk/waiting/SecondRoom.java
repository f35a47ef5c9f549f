// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import dev.cofactor.ledger.grants.AccessRequests;
import io.quarkus.runtime.ShutdownEvent;

/** The waiting room of another node. */
public final class SecondRoom {
    private final Bell bell = new Bell();
    private final Seats seats = new Seats();
    private final Lines lines = new Lines(bell);
    private final Decisions decisions;

    public SecondRoom(AccessRequests requests) {
        decisions = new Decisions(requests, bell);
    }

    public Bell bell() {
        return bell;
    }

    public Seats seats() {
        return seats;
    }

    public Lines lines() {
        return lines;
    }

    public Decisions decisions() {
        return decisions;
    }

    /** As the server's end does. */
    public void stop() {
        bell.end(new ShutdownEvent());
    }
}
