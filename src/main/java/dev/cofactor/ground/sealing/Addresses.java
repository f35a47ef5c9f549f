// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Network addresses as something one can search by and not read: all four thousand million of the old kind are quickly
 * tried, but not without the key.
 */
@Singleton
public class Addresses {
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
