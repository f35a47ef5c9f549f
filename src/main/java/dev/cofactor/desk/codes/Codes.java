// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.codes.Releases.Outcome;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.gate.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Live codes. Whoever cannot have the current step waits for a later one, holding nothing, and then everything is asked
 * again: who he is, what he may, what is there.
 */
@ApplicationScoped
public class Codes {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Releases releases;
    private final Petitions petitions;
    private final Holders holders;
    private final WaitingRoom room;

    Codes(Releases releases, Petitions petitions, Holders holders, WaitingRoom room) {
        this.releases = releases;
        this.petitions = petitions;
        this.holders = holders;
        this.room = room;
    }

    /**
     * @throws Refused when the gate says no, or no step is to be had in the time there is
     * @throws CodeRefused when there is no code for this request
     */
    public Fetched fetch(Request request) {
        UUID holder = releases.freshHolder();
        long begin = System.nanoTime();
        int ahead = request.wantsTheNext() ? 1 : 0;
        boolean late = false;
        while (true) {
            try {
                switch (releases.once(request, holder, ahead)) {
                    case Outcome.Ready ready -> {
                        return ready.fetched();
                    }
                    case Outcome.NotBegun soon -> {
                        pause(request, soon.left());
                        ahead = 0;
                    }
                    case Outcome.TooLate tooLate -> {
                        if (late) {
                            throw CodeRefused.tooLate();
                        }
                        late = true;
                    }
                }
            } catch (Refused refused) {
                if (!refused.ways().isEmpty()) {
                    throw petitions.told(request, refused);
                }
                Duration pause = refused.retryAfter().orElse(COME_BACK);
                if (!refused.isBusy() || pause.compareTo(left(request, begin)) > 0) {
                    throw holders.named(request.caller(), refused);
                }
                pause(request, pause);
            }
        }
    }

    /** Who takes the following step has asked for that one: if another has it, he hears so at once. */
    private static Duration left(Request request, long begin) {
        return switch (request.wish().patience()) {
            case Patience.UpTo upTo -> upTo.most().minusNanos(System.nanoTime() - begin);
            case Patience.Next next -> Duration.ZERO;
        };
    }

    private void pause(Request request, Duration pause) {
        room.sit(request.caller(), pause);
        if (!request.there().getAsBoolean()) {
            throw CodeRefused.gone();
        }
    }
}
