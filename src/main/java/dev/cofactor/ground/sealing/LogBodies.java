// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The readable bodies of the log, sealed under the key of the month (UTC) they were recorded in. Opens nothing else: a
 * key of another purpose is not found here, and a body does not open beside another event's id.
 */
@Singleton
public class LogBodies {
    private final Keyring keys;
    private final Installation installation;

    LogBodies(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /** What is stored beside an event. */
    public record Sealed(UUID key, byte[] bytes) {}

    public Sealed seal(UUID event, Instant time, byte[] body) {
        Keyring.InUse month = keys.inUse(slot(month(time)));
        return new Sealed(month.id(), month.key().seal(context(month.id(), event), body));
    }

    /** @throws Unopenable when the month's key is gone, or this is not the body that was sealed for this event */
    public byte[] open(UUID event, Sealed sealed) {
        return keys.find(Purpose.LOG_BODY, sealed.key()).open(context(sealed.key(), event), sealed.bytes());
    }

    /**
     * Makes this month's key and the next one's ahead of time, so that no append waits for one. Cheap when they are
     * there: whoever has a timer may call it at every tick.
     */
    public void prepare(Instant now) {
        keys.prepare(monthsAround(now));
    }

    static List<Slot> monthsAround(Instant now) {
        return List.of(slot(month(now)), slot(month(now).plusMonths(1)));
    }

    private Context context(UUID key, UUID event) {
        return Context.ofLogBody(installation.id(), key, event);
    }

    private static Slot slot(YearMonth month) {
        return new Slot(Purpose.LOG_BODY, month.toString());
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
