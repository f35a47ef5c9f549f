// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The key above all keys. It wraps the purposes' keys and does nothing else; the database never holds it. A provider that
 * does not hand out its key (a KMS) is one more case of this, so wrapping is told the key's name field by field.
 */
sealed interface RootKey {
    /** Which root key this is. Stands in the database and tells nothing of the key. */
    String fingerprint();

    byte[] wrap(KeyName name, Plaintext key);

    /** @throws Unopenable when the row is not what was wrapped under this name */
    Plaintext unwrap(KeyName name, byte[] wrapped);

    /** All that is bound to a key: one that stands in another's row, or whose row was changed, does not open. */
    record KeyName(UUID installation, UUID id, Purpose purpose, String label, int version) {}

    /** A root key in this process's memory, wherever it was read. */
    record Held(String fingerprint, OpenKey key) implements RootKey {
        private static final int FINGERPRINT_BYTES = 16;

        static Held of(Plaintext bytes) {
            OpenKey key = new OpenKey(bytes);
            return new Held(HexFormat.of().formatHex(key.tag(Context.ofRoot()), 0, FINGERPRINT_BYTES), key);
        }

        @Override
        public byte[] wrap(KeyName name, Plaintext wrapped) {
            return key.seal(Context.ofKey(name), wrapped.reveal());
        }

        @Override
        public Plaintext unwrap(KeyName name, byte[] wrapped) {
            return Plaintext.owning(key.open(Context.ofKey(name), wrapped));
        }
    }
}
