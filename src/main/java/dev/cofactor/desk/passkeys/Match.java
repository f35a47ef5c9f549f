// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A proof that was looked at and is right. It counts when it is consumed, and then once. */
public final class Match {
    private final UUID passkey;
    private final boolean userVerified;
    private final BooleanSupplier consumption;

    Match(UUID passkey, boolean userVerified, BooleanSupplier consumption) {
        this.passkey = passkey;
        this.userVerified = userVerified;
        this.consumption = consumption;
    }

    /**
     * Part of the change that records what it lets in.
     *
     * @return false where the same proof was used before, or the key is gone meanwhile: then that change must not be
     */
    public boolean consume() {
        return consumption.getAsBoolean();
    }

    /** Which key it was. */
    public UUID passkey() {
        return passkey;
    }

    /** As it stands in records. */
    public String method() {
        return Passkeys.METHOD;
    }

    /** Whether the key asked for a PIN, a finger or a face, and not only for a touch. */
    public boolean userVerified() {
        return userVerified;
    }
}
