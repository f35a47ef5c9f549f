// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.desk.factors.Match;
import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A key's answer that was looked at and is right. It counts when it is consumed, and then once. */
public final class KeyMatch implements Match {
    private final UUID key;
    private final boolean userVerified;
    private final BooleanSupplier consumption;

    KeyMatch(UUID key, boolean userVerified, BooleanSupplier consumption) {
        this.key = key;
        this.userVerified = userVerified;
        this.consumption = consumption;
    }

    /** Which key it was. */
    @Override
    public UUID app() {
        return key;
    }

    @Override
    public String method() {
        return Passkeys.METHOD;
    }

    /** False also where the key is gone meanwhile. */
    @Override
    public boolean consume() {
        return consumption.getAsBoolean();
    }

    @Override
    public List<Claim.Tell> tells(Done.Moment at) {
        return List.of();
    }

    /** Whether the key asked for a PIN, a finger or a face, and not only for a touch. */
    public boolean userVerified() {
        return userVerified;
    }
}
