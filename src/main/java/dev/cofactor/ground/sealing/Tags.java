// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The tags that tie an event in the public tree to its place in a subject's chain. Whoever has the key finds all of a
 * subject's leaves by counting; to everybody else no two tags have anything in common.
 */
@ApplicationScoped
public class Tags {
    private final Keyring keys;
    private final Installation installation;

    Tags(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /** 32 bytes, the same on every node for ever. Chains begin anew in each epoch, and so do their tags. */
    public byte[] of(int epoch, UUID subject, long sequence) {
        if (sequence < 0) {
            throw new IllegalArgumentException("a chain is counted upwards from 0");
        }
        return keys.inUse(Slot.only(Purpose.LOG_TAG))
                .key()
                .tag(Context.ofTag(installation.id(), epoch, subject, sequence));
    }
}
