// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A key of its own for each value, wrapped by the purpose's key: both layers say where the value stands, and the outer
 * one under which key, so that the data key can move to another while the content stays. Nothing is kept here.
 */
@ApplicationScoped
class DataKeys {
    private final Keyring keys;
    private final Installation installation;
    private final SecureRandom random;

    DataKeys(Keyring keys, Installation installation, SecureRandom random) {
        this.keys = keys;
        this.installation = installation;
        this.random = random;
    }

    Values.Sealed seal(Where where, Plaintext content) {
        byte[] fresh = new byte[OpenKey.KEY_BYTES];
        random.nextBytes(fresh);
        try (Plaintext dataKey = Plaintext.owning(fresh)) {
            byte[] sealed = new OpenKey(dataKey).seal(Context.ofValue(installation.id(), where), content.reveal());
            return wrapped(where, dataKey, sealed);
        }
    }

    Plaintext open(Where where, Values.Sealed sealed) {
        try (Plaintext dataKey = dataKey(where, sealed)) {
            return Plaintext.owning(
                    new OpenKey(dataKey).open(Context.ofValue(installation.id(), where), sealed.bytes()));
        }
    }

    Optional<Values.Sealed> rewrapped(Where where, Values.Sealed sealed) {
        if (keys.inUse(Slot.only(Purpose.VALUE)).id().equals(sealed.key())) {
            return Optional.empty();
        }
        try (Plaintext dataKey = dataKey(where, sealed)) {
            return Optional.of(wrapped(where, dataKey, sealed.bytes()));
        }
    }

    private Values.Sealed wrapped(Where where, Plaintext dataKey, byte[] sealed) {
        Keyring.InUse outer = keys.inUse(Slot.only(Purpose.VALUE));
        Context context = Context.ofDataKey(installation.id(), where, outer.id());
        return new Values.Sealed(outer.id(), outer.key().seal(context, dataKey.reveal()), sealed);
    }

    private Plaintext dataKey(Where where, Values.Sealed sealed) {
        Context context = Context.ofDataKey(installation.id(), where, sealed.key());
        byte[] opened = keys.find(Purpose.VALUE, sealed.key()).open(context, sealed.dataKey());
        return Plaintext.owning(opened);
    }
}
