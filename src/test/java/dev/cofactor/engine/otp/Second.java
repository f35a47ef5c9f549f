// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Codes once more, from the RFCs' words and large integers: shares nothing with the room but the hash functions. */
final class Second {
    private static final String STEAM = "23456789BCDFGHJKMNPQRTVWXY";

    private Second() {}

    static String digits(byte[] seed, String hash, BigInteger moment, int digits) throws GeneralSecurityException {
        StringBuilder code = new StringBuilder(
                truncated(seed, hash, moment).mod(BigInteger.TEN.pow(digits)).toString(10));
        while (code.length() < digits) {
            code.insert(0, '0');
        }
        return code.toString();
    }

    static String steam(byte[] seed, BigInteger moment) throws GeneralSecurityException {
        BigInteger rest = truncated(seed, "SHA-1", moment);
        StringBuilder code = new StringBuilder();
        while (code.length() < 5) {
            BigInteger[] division = rest.divideAndRemainder(BigInteger.valueOf(STEAM.length()));
            code.append(STEAM.charAt(division[1].intValueExact()));
            rest = division[0];
        }
        return code.toString();
    }

    /** The bits from the chosen byte on, without the first of them, taken out of the hash as one large number. */
    private static BigInteger truncated(byte[] seed, String hash, BigInteger moment) throws GeneralSecurityException {
        byte[] mac = hmac(seed, hash, moment);
        BigInteger all = new BigInteger(1, mac);
        int offset = all.mod(BigInteger.valueOf(16)).intValueExact();
        int behind = 8 * (mac.length - offset - 4);
        return all.shiftRight(behind).mod(BigInteger.TWO.pow(31));
    }

    /** RFC 2104. */
    private static byte[] hmac(byte[] seed, String hash, BigInteger moment) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(hash);
        int block = hash.equals("SHA-512") ? 128 : 64;
        byte[] key = seed.length > block ? digest.digest(seed) : seed;
        byte[] inner = new byte[block + 8];
        byte[] outer = new byte[block];
        for (int i = 0; i < block; i++) {
            int k = i < key.length ? key[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5c);
        }
        for (int i = 0; i < 8; i++) {
            inner[block + i] = moment.shiftRight(56 - 8 * i).byteValue();
        }
        digest.update(outer);
        return digest.digest(MessageDigest.getInstance(hash).digest(inner));
    }
}
