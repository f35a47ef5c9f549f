// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Where a channel leads, and what signs for it. Whoever knows the address of an incoming webhook may write there, so it is a
 * credential; it is nobody's shared secret, so no release stands on the log for it. A key of its own purpose opens it.
 */
@Singleton
public class ChannelSecrets {
    private final Keyring keys;
    private final Installation installation;

    ChannelSecrets(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /** Where it stands. All of it is bound: in another channel's row, or as another content, it does not open. */
    public record Place(UUID channel, Content content) {}

    /** What it is. A word once given is never given to anything else. */
    public enum Content {
        ADDRESS("address"),
        SIGNING_SECRET("signing-secret"),
        /** What signed before, while it still signs beside the present one. */
        FORMER_SIGNING_SECRET("former-signing-secret");

        private final String word;

        Content(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What stands in the row. */
    public record Sealed(UUID key, byte[] bytes) {}

    public Sealed seal(Place place, Plaintext content) {
        Keyring.InUse used = keys.inUse(Slot.only(Purpose.CHANNEL));
        return new Sealed(used.id(), used.key().seal(context(used.id(), place), content.reveal()));
    }

    /** @throws Unopenable when this is not what was sealed there, or its key is gone */
    public Plaintext open(Place place, Sealed sealed) {
        return Plaintext.owning(
                keys.find(Purpose.CHANNEL, sealed.key()).open(context(sealed.key(), place), sealed.bytes()));
    }

    private Context context(UUID key, Place place) {
        return Context.ofChannel(installation.id(), key, place);
    }
}
