// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What somebody shows to be let in: what kind it is, 52 digits of chance, and 7 that check them, so that whoever finds one
 * lying about can tell without asking us that it is one. It leaves once, in the answer that made it; kept is its hash.
 */
public record ShownToken(String value) {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHANCE = 52;
    private static final int CHECK = 7;
    private static final int BITS = 5;

    /** Which door it is for shows in the token itself. */
    public enum Kind {
        SERVICE("cft_"),
        AGENT("cfa_"),
        INVITATION("cfi_");

        private final String prefix;
        private final Pattern shape;

        Kind(String prefix) {
            this.prefix = prefix;
            this.shape = Pattern.compile(prefix + "[" + DIGITS + "]{" + (CHANCE + CHECK) + "}");
        }

        public ShownToken fresh(SecureRandom random) {
            StringBuilder text = new StringBuilder(prefix);
            random.ints(CHANCE, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
            return new ShownToken(text + check(text.toString()));
        }

        /** Empty for whatever cannot be one: a typing error costs no question to the database. */
        public Optional<ShownToken> read(String shown) {
            return Optional.of(shown)
                    .filter(text -> shape.matcher(text).matches())
                    .filter(text -> text.endsWith(check(text.substring(0, text.length() - CHECK))))
                    .map(ShownToken::new);
        }
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(US_ASCII));
        long rest = sum.getValue();
        char[] digits = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) rest & (DIGITS.length() - 1));
            rest >>>= BITS;
        }
        return new String(digits);
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ShownToken[redacted]";
    }
}
