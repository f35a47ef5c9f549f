// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses are out in the world. What is not known to be is taken as private. */
final class Reach {
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private Reach() {}

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special
                && switch (address) {
                    case Inet4Address four -> isPublic(four.getAddress());
                    case Inet6Address six -> isPublicSix(six.getAddress());
                    default -> false;
                };
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xFF;
        int second = four[1] & 0xFF;
        int third = four[2] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean measured = first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100));
        boolean written = first == 203 && second == 0 && third == 113;
        return first != 0 && first < 224 && !shared && !protocol && !measured && !written;
    }

    /** Of the whole space only 2000::/3 is given out; within it, what leads to an IPv4 address is judged as that. */
    private static boolean isPublicSix(byte[] six) {
        if (Arrays.equals(six, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return carried(six, 12);
        }
        if (six[0] == 0x20 && six[1] == 0x02) {
            return carried(six, 2);
        }
        boolean special = six[0] == 0x20 && six[1] == 0x01 && (six[2] & 0xFE) == 0;
        boolean written = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0x0D && six[3] == (byte) 0xB8;
        return (six[0] & 0xE0) == 0x20 && !special && !written;
    }

    private static boolean carried(byte[] six, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(six, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
