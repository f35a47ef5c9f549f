// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a request came in.
 *
 * @param address the other end, as far as the proxies in between are trusted
 * @param trace the request's id, as in its answer
 */
public record Line(Optional<InetAddress> address, String trace) {
    /** Nobody called: the server does it of its own accord, or its host does. */
    public static final Line NONE = new Line(Optional.empty(), "");

    private static final int SUBSCRIBER_BYTES = 8;

    /** What one subscriber has: the address, or of IPv6 the network of 64 bits it is one of. */
    public Optional<InetAddress> network() {
        return address.map(one -> one instanceof Inet6Address ? networkOf(one) : one);
    }

    private static InetAddress networkOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, SUBSCRIBER_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as it has", e);
        }
    }
}
