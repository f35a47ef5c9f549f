// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * What people prove themselves with: the seeds of their own apps, and the hashes of their recovery codes. It is theirs and
 * nobody's shared secret, so no release stands on the log for it; a key of its own purpose opens it and nothing else.
 */
@Singleton
public class OwnFactors {
    private final Keyring keys;
    private final Installation installation;

    OwnFactors(Keyring keys, Installation installation) {
        this.keys = keys;
        this.installation = installation;
    }

    /**
     * Where it stands. All of it is bound: in another person's row, or beside other particulars, it does not open.
     *
     * @param particulars what of the row must not be turned, in a spelling that never changes
     */
    public record Place(UUID person, UUID factor, Content content, String particulars) {}

    /** What it is. A word once given is never given to anything else. */
    public enum Content {
        SEED("seed"),
        RECOVERY_CODE("recovery-code");

        final String word;

        Content(String word) {
            this.word = word;
        }
    }

    /** What stands in the row. */
    public record Sealed(UUID key, byte[] bytes) {}

    public Sealed seal(Place place, Plaintext content) {
        Keyring.InUse used = keys.inUse(Slot.only(Purpose.FACTOR));
        return new Sealed(used.id(), used.key().seal(context(used.id(), place), content.reveal()));
    }

    /** @throws Unopenable when this is not what was sealed there, or its key is gone */
    public Plaintext open(Place place, Sealed sealed) {
        return Plaintext.owning(
                keys.find(Purpose.FACTOR, sealed.key()).open(context(sealed.key(), place), sealed.bytes()));
    }

    /**
     * The same under the key in use; empty when it is already.
     *
     * @throws Unopenable when this is not what was sealed there, or its key is gone
     */
    public Optional<Sealed> renewed(Place place, Sealed sealed) {
        if (keys.inUse(Slot.only(Purpose.FACTOR)).id().equals(sealed.key())) {
            return Optional.empty();
        }
        try (Plaintext content = open(place, sealed)) {
            return Optional.of(seal(place, content));
        }
    }

    private Context context(UUID key, Place place) {
        return Context.ofFactor(installation.id(), key, place);
    }
}
