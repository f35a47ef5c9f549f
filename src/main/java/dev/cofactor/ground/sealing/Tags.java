// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.UUID;

/**
 * The tags that tie an event in the public tree to its place in a subject's chain. Whoever has the key finds all of a
 * subject's leaves by counting; to everybody else no two tags have anything in common.
 */
@Singleton
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

    /**
     * By what one knows that two seeds are one: leases of steps are held under it. Without the key it tells nothing of the
     * seed. Its key is not rotated like the others: it changes together with all fingerprints and live leases, or the same
     * seed would be two.
     */
    @Singleton
    public static class Fingerprints {
        private final Keyring keys;
        private final Installation installation;

        Fingerprints(Keyring keys, Installation installation) {
            this.keys = keys;
            this.installation = installation;
        }

        /** 32 bytes: the same for the same key, in whatever secret and with whatever digits it serves. */
        public byte[] of(Plaintext seed) {
            try (Plaintext key = withoutPadding(seed.reveal())) {
                return keys.inUse(Slot.only(Purpose.FINGERPRINT)).key().tag(Context.ofSeed(installation.id()), key);
            }
        }

        /** HMAC fills its key up with zeros, so zeros at a seed's end change no code: with them it would be a second seed. */
        private static Plaintext withoutPadding(byte[] seed) {
            int length = seed.length;
            while (length > 0 && seed[length - 1] == 0) {
                length--;
            }
            return Plaintext.owning(Arrays.copyOf(seed, length));
        }
    }

    /**
     * Network addresses as something one can search by and not read: all four thousand million of the old kind are quickly
     * tried, but not without the key.
     */
    @Singleton
    public static class Addresses {
        private static final byte[] IPV4_IN_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

        private final Keyring keys;
        private final Installation installation;

        Addresses(Keyring keys, Installation installation) {
            this.keys = keys;
            this.installation = installation;
        }

        /** 32 bytes, the same on every node for ever, and for an address however it came in: plain or mapped into IPv6. */
        public byte[] hash(InetAddress address) {
            return keys.inUse(Slot.only(Purpose.ADDRESS))
                    .key()
                    .tag(Context.ofAddress(installation.id(), plain(address.getAddress())));
        }

        static byte[] plain(byte[] address) {
            boolean mapped = address.length == 16
                    && Arrays.equals(address, 0, IPV4_IN_IPV6.length, IPV4_IN_IPV6, 0, IPV4_IN_IPV6.length);
            return mapped ? Arrays.copyOfRange(address, IPV4_IN_IPV6.length, address.length) : address;
        }
    }
}
