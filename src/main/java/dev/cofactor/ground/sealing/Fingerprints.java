// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Keyring.Purpose;
import dev.cofactor.ground.sealing.Keyring.Slot;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * By what one knows that two seeds are one: leases of steps are held under it. Without the key it tells nothing of the
 * seed. Its key is not rotated like the others: it changes together with all fingerprints and live leases, or the same
 * seed would be two.
 */
@ApplicationScoped
public class Fingerprints {
    private final Keyring keys;
    private final Installation installation;

    Fingerprints(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /** 32 bytes: the same for the same bytes, in whatever secret and with whatever digits they serve. */
    public byte[] of(Plaintext seed) {
        return keys.inUse(Slot.only(Purpose.FINGERPRINT)).key().tag(Context.ofSeed(installation.id()), seed);
    }
}
