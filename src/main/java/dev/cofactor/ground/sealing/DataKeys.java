// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * A key of its own for each value, wrapped by the purpose's key: both layers say where the value stands, and the outer
 * one under which key, so that the data key can move to another while the content stays. Nothing is kept here, and from
 * other rooms nothing is opened here: they move data keys and never ask for what these seal.
 */
@Singleton
public class DataKeys {
    private final Keyring keys;
    private final Installation installation;
    private final SecureRandom random;

    DataKeys(Keyring keys, Installation installation, SecureRandom random) {
        this.keys = keys;
        this.installation = installation;
        this.random = random;
    }

    /** A value's own key, wrapped by the purpose key of this id. */
    public record DataKey(UUID key, byte[] wrapped) {}

    Values.Sealed seal(Where where, Plaintext content) {
        byte[] fresh = new byte[OpenKey.KEY_BYTES];
        random.nextBytes(fresh);
        try (Plaintext dataKey = Plaintext.owning(fresh)) {
            byte[] sealed = new OpenKey(dataKey).seal(Context.ofValue(installation.id(), where), content.reveal());
            DataKey wrapped = wrapped(where, dataKey);
            return new Values.Sealed(wrapped.key(), wrapped.wrapped(), sealed);
        }
    }

    Plaintext open(Where where, Values.Sealed sealed) {
        try (Plaintext dataKey = opened(where, new DataKey(sealed.key(), sealed.dataKey()))) {
            return Plaintext.owning(
                    new OpenKey(dataKey).open(Context.ofValue(installation.id(), where), sealed.bytes()));
        }
    }

    /**
     * What to put in place of this, if it still is what the row holds; empty when it is under the newest purpose key
     * already. Of any content, seeds under proof too.
     *
     * @throws Unopenable when the data key is not the one that was wrapped there, or its key is gone
     */
    public Optional<DataKey> rewrapped(Where where, DataKey old) {
        if (keys.inUse(Slot.only(Purpose.VALUE)).id().equals(old.key())) {
            return Optional.empty();
        }
        try (Plaintext dataKey = opened(where, old)) {
            return Optional.of(wrapped(where, dataKey));
        }
    }

    private DataKey wrapped(Where where, Plaintext dataKey) {
        Keyring.InUse outer = keys.inUse(Slot.only(Purpose.VALUE));
        Context context = Context.ofDataKey(installation.id(), where, outer.id());
        return new DataKey(outer.id(), outer.key().seal(context, dataKey.reveal()));
    }

    private Plaintext opened(Where where, DataKey wrapped) {
        Context context = Context.ofDataKey(installation.id(), where, wrapped.key());
        byte[] opened = keys.find(Purpose.VALUE, wrapped.key()).open(context, wrapped.wrapped());
        return Plaintext.owning(opened);
    }
}
