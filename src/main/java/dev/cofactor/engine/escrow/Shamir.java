// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shamir's secret sharing over GF(256), with the polynomial of AES (0x11b): each byte is the value at 0 of a random polynomial
 * of degree threshold - 1, and a share is its value at the share's number. Fewer shares than the threshold fit every secret
 * equally well. Shares say nothing of whether they are true ones: what they open must tell.
 *
 * <p>No tables: which place of one is read would depend on the secret.
 */
public final class Shamir {
    /** Nobody alone opens anything. */
    public static final int LEAST = 2;

    /** More people do not meet. */
    public static final int MOST = 16;

    private static final int REDUCTION = 0x1b;
    private static final int BITS = 8;

    /** In GF(256), a^254 is the inverse of a, and of 0 it is 0. */
    private static final int INVERSE = 254;

    private Shamir() {}

    /** One share. Its number is no secret; its bytes are. */
    public record Share(int number, Plaintext bytes) implements AutoCloseable {
        public Share {
            if (number < 1 || number > MOST) {
                throw EscrowRefused.altered("a share");
            }
        }

        @Override
        public void close() {
            bytes.close();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @return so many shares, numbered from 1 on; the secret stays the caller's */
    public static List<Share> split(Plaintext secret, int threshold, int shares, SecureRandom random) {
        if (threshold < LEAST || threshold > shares || shares > MOST) {
            throw new IllegalArgumentException("a key is split for 2 to 16 holders, of whom at least 2 open it");
        }
        byte[] all = secret.reveal();
        byte[] coefficients = new byte[all.length * (threshold - 1)];
        random.nextBytes(coefficients);
        try {
            return IntStream.rangeClosed(1, shares)
                    .mapToObj(number -> new Share(number, Plaintext.owning(at(number, all, coefficients))))
                    .toList();
        } finally {
            Arrays.fill(coefficients, (byte) 0);
        }
    }

    /** By Horner's rule, from the highest power down. */
    private static byte[] at(int number, byte[] secret, byte[] coefficients) {
        byte[] values = new byte[secret.length];
        for (int i = 0; i < secret.length; i++) {
            int value = 0;
            for (int from = coefficients.length - secret.length; from >= 0; from -= secret.length) {
                value = times(value ^ (coefficients[from + i] & 0xff), number);
            }
            values[i] = (byte) (value ^ secret[i]);
        }
        return values;
    }

    /**
     * What the shares come to; whether that is the secret, whoever uses it finds out.
     *
     * @throws EscrowRefused when a number is there twice, or they are not of one length
     */
    public static Plaintext combine(List<Share> shares) {
        int length = shares.isEmpty() ? 0 : shares.getFirst().bytes().reveal().length;
        long numbers = shares.stream().map(Share::number).distinct().count();
        EscrowRefused.unless(
                length > 0
                        && numbers == shares.size()
                        && shares.stream().allMatch(one -> one.bytes().reveal().length == length),
                "a share");
        byte[] secret = new byte[length];
        for (Share share : shares) {
            int weight = weight(share.number(), shares);
            byte[] values = share.bytes().reveal();
            for (int i = 0; i < length; i++) {
                secret[i] ^= (byte) times(weight, values[i] & 0xff);
            }
        }
        return Plaintext.owning(secret);
    }

    /** Of Lagrange, at 0: the product of other / (other - this), where minus is exclusive or. */
    private static int weight(int number, List<Share> shares) {
        int weight = 1;
        for (Share other : shares) {
            if (other.number() != number) {
                weight = times(weight, times(other.number(), inverse(other.number() ^ number)));
            }
        }
        return weight;
    }

    private static int inverse(int a) {
        int result = 1;
        int power = a;
        for (int bit = 1; bit < INVERSE; bit <<= 1) {
            if ((INVERSE & bit) != 0) {
                result = times(result, power);
            }
            power = times(power, power);
        }
        return result;
    }

    /** The same work whatever the factors are. */
    static int times(int a, int b) {
        int product = 0;
        int left = a;
        for (int bit = 0; bit < BITS; bit++) {
            product ^= left & -((b >>> bit) & 1);
            left = ((left << 1) ^ (REDUCTION & -((left >>> (BITS - 1)) & 1))) & 0xff;
        }
        return product;
    }
}
