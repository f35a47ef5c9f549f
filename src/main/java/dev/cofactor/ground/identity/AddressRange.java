// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import dev.cofactor.ground.problem.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network, in the notation of CIDR: {@code 192.0.2.0/24}, {@code 2001:db8::/32}. An IPv4 address that came in through
 * IPv6 is that IPv4 address, in ranges and in whatever is held against them: one machine has one spelling.
 */
public final class AddressRange {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /** With a colon in it nothing is ever taken for a name and looked up. */
    private static final Pattern V6 = Pattern.compile("(?=.{2,45}$)[0-9a-f.]*:[0-9a-f:.]*");

    private static final Pattern RANGE = Pattern.compile("([0-9a-f:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");
    private static final int V4_BYTES = 4;
    private static final int MAPPED_BYTES = 12;
    private static final int MARKED_BYTES = 10;

    private final byte[] address;
    private final int bits;

    private AddressRange(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Without a length it is the one address. */
    public static AddressRange of(String typed) {
        Matcher range = RANGE.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!range.matches()) {
            throw invalid();
        }
        byte[] written = bytes(range.group(1));
        byte[] address = plain(written);
        int whole = written.length * Byte.SIZE;
        int length = range.group(2) == null ? whole : Integer.parseInt(range.group(2));
        int bits = length - (written.length - address.length) * Byte.SIZE;
        if (length > whole || bits < 0 || !isNothingBehind(address, bits)) {
            throw invalid();
        }
        return new AddressRange(address, bits);
    }

    public boolean holds(InetAddress asked) {
        byte[] other = plain(asked.getAddress());
        if (other.length != address.length) {
            return false;
        }
        for (int i = 0; i < address.length; i++) {
            if ((address[i] & mask(i)) != (other[i] & mask(i))) {
                return false;
            }
        }
        return true;
    }

    /** The lowest address in it. */
    public InetAddress first() {
        return address(address);
    }

    /** The highest address in it. */
    public InetAddress last() {
        byte[] highest = address.clone();
        for (int i = 0; i < highest.length; i++) {
            highest[i] |= (byte) ~mask(i);
        }
        return address(highest);
    }

    /** In one spelling, which {@link #of} reads. */
    @Override
    public String toString() {
        return first().getHostAddress() + "/" + bits;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as it has", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && bits == range.bits && Arrays.equals(address, range.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) * 31 + bits;
    }

    /** Which bits of the byte at this place count. */
    private int mask(int place) {
        return mask(place, bits);
    }

    private static int mask(int place, int bits) {
        int left = Math.clamp(bits - (long) place * Byte.SIZE, 0, Byte.SIZE);
        return 0xff << (Byte.SIZE - left) & 0xff;
    }

    /** Somebody who wrote 10.1.2.3/8 meant another range than the one he would get. */
    private static boolean isNothingBehind(byte[] address, int bits) {
        for (int i = 0; i < address.length; i++) {
            if ((address[i] & ~mask(i, bits) & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }

    /** As many as the notation has: Java makes four of sixteen by itself, and forgets that it did. */
    private static byte[] bytes(String literal) {
        boolean v4 = V4.matcher(literal).matches();
        if (!v4 && !V6.matcher(literal).matches()) {
            throw invalid();
        }
        try {
            byte[] read = InetAddress.getByName(literal).getAddress();
            return v4 || read.length > V4_BYTES ? read : mapped(read);
        } catch (UnknownHostException e) {
            throw invalid();
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] whole = new byte[MAPPED_BYTES + V4_BYTES];
        Arrays.fill(whole, MARKED_BYTES, MAPPED_BYTES, (byte) 0xff);
        System.arraycopy(v4, 0, whole, MAPPED_BYTES, V4_BYTES);
        return whole;
    }

    private static byte[] plain(byte[] address) {
        boolean mapped = address.length == MAPPED_BYTES + V4_BYTES
                && Arrays.equals(address, mapped(Arrays.copyOfRange(address, MAPPED_BYTES, address.length)));
        return mapped ? Arrays.copyOfRange(address, MAPPED_BYTES, address.length) : address;
    }

    private static Problem invalid() {
        return new Problem(
                Problem.Kind.INVALID,
                "address-range-invalid",
                "an address range is written like 192.0.2.0/24 or 2001:db8::/32, with nothing behind its length");
    }
}
