// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The key above all keys. It wraps the purposes' keys and does nothing else; the database never holds it. */
sealed interface RootKey {
    /** Which root key this is. Stands in the database and tells nothing of the key. */
    String fingerprint();

    byte[] wrap(KeyName name, Plaintext key);

    /** A key that nobody has seen, wrapped. */
    default byte[] wrapFresh(KeyName name, SecureRandom random) {
        byte[] bytes = new byte[OpenKey.KEY_BYTES];
        random.nextBytes(bytes);
        try (Plaintext key = Plaintext.owning(bytes)) {
            return wrap(name, key);
        }
    }

    /** @throws Unopenable when the row is not what was wrapped under this name */
    Plaintext unwrap(KeyName name, byte[] wrapped);

    static RootKey of(Provider provider) {
        return switch (provider) {
            case Provider.Local local -> {
                try (Plaintext key = local.key()) {
                    yield Held.of(key);
                }
            }
            case Provider.Service service -> new Remote(service);
        };
    }

    /** What a key is for. A key of one purpose opens nothing of another: it is bound to the key when it is wrapped. */
    enum Purpose {
        /** The readable bodies of the log: a key each month, so that a month can be erased. */
        LOG_BODY("log-body"),

        /** The tags by which the events of one subject are found in the tree. */
        LOG_TAG("log-tag"),

        /** Network addresses, which are compared but not kept. */
        ADDRESS("address"),

        /** Wraps the data keys of values. */
        VALUE("value"),

        /** By what two seeds are known to be one. */
        FINGERPRINT("fingerprint"),

        /** Ties the columns of a row to each other. */
        ROW_MAC("row-mac"),

        /** Seals what people prove themselves with. */
        FACTOR("factor"),

        /** Seals where channels lead, and what signs for them. */
        CHANNEL("channel");

        /** As it stands in tables and in what is bound: never changed. */
        final String word;

        Purpose(String word) {
            this.word = word;
        }

        static Purpose of(String word) {
            return Stream.of(values())
                    .filter(purpose -> purpose.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Unopenable(Unopenable.Why.KEY_UNKNOWN));
        }
    }

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

    /** A root key that stays where it is. The same is bound as in {@link Held}, in words, which its keeper logs. */
    record Remote(Provider.Service service) implements RootKey {
        @Override
        public String fingerprint() {
            return service.fingerprint();
        }

        @Override
        public byte[] wrap(KeyName name, Plaintext key) {
            return service.wrap(bound(name), key);
        }

        @Override
        public Plaintext unwrap(KeyName name, byte[] wrapped) {
            Plaintext key;
            try {
                key = service.unwrap(bound(name), wrapped);
            } catch (CannotUnlock e) {
                if (e.why() == CannotUnlock.Why.ALTERED) {
                    throw Unopenable.altered();
                }
                throw e;
            }
            if (key.reveal().length != OpenKey.KEY_BYTES) {
                key.close();
                throw Unopenable.altered();
            }
            return key;
        }

        static Map<String, String> bound(KeyName name) {
            return Map.of(
                    "cofactor:installation", name.installation().toString(),
                    "cofactor:purpose", name.purpose().word,
                    "cofactor:label", name.label(),
                    "cofactor:key", name.id().toString(),
                    "cofactor:version", Integer.toString(name.version()));
        }
    }
}
