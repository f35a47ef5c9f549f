// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where requests wait for their step: so many at once, and of one caller only a share. Whoever waits holds nothing, neither
 * a connection nor a claim.
 */
@ApplicationScoped
class WaitingRoom {
    static final int SEATS = 1_000;
    static final int EACH = 50;

    private final Map<UUID, Integer> waiting = new ConcurrentHashMap<>();

    /** @throws CodeRefused when all seats are taken, or his share of them */
    void sit(Caller caller, Duration pause) {
        UUID who = caller.token().orElse(caller.actor().id());
        int others = waiting.values().stream().mapToInt(Integer::intValue).sum();
        int his = waiting.merge(who, 1, Integer::sum);
        try {
            boolean full = others >= SEATS || his > EACH;
            if (full) {
                throw CodeRefused.tooManyWait(pause);
            }
            Thread.sleep(pause.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CodeRefused.tooManyWait(pause);
        } finally {
            waiting.computeIfPresent(who, (id, number) -> number == 1 ? null : number - 1);
        }
    }
}
