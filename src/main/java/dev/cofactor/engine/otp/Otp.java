// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Computes codes, and tells whether a given one is right. Whether it was used before is for the caller to know. */
public final class Otp {
    /** Wider windows are a guesser's: each step is one more code that would be right. */
    static final int MAX_WINDOW = 1_000;

    private final Mac mac;
    private final Parameters parameters;

    private Otp(Plaintext seed, Parameters parameters) {
        Seed.judge(seed);
        this.parameters = parameters;
        try {
            mac = Mac.getInstance(parameters.algorithm().macName());
            mac.init(new Borrowed(seed, mac.getAlgorithm()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks an algorithm that codes need", e);
        }
    }

    /** @param moment a step's number, or a counter */
    public static Code code(Plaintext seed, Parameters parameters, long moment) {
        return new Otp(seed, parameters).code(moment);
    }

    public static Code code(Plaintext seed, Parameters parameters, Instant instant) {
        return code(seed, parameters, Step.at(instant, parameters).number());
    }

    /**
     * The step or counter from {@code first} to {@code last}, both included, at which a given code is right, for the caller
     * to claim. If it is right at several, the last of them: claimed, it uses up the others too.
     *
     * <p>Every step of the window is computed, so the time taken does not tell which one it was.
     */
    public static OptionalLong verify(Plaintext seed, Parameters parameters, String given, long first, long last) {
        if (last < first || last - first < 0 || last - first >= MAX_WINDOW) {
            throw new IllegalArgumentException("a window has 1 to " + MAX_WINDOW + " steps");
        }
        Otp otp = new Otp(seed, parameters);
        if (!Code.isWellFormed(given, parameters)) {
            return OptionalLong.empty();
        }
        OptionalLong found = OptionalLong.empty();
        for (long i = 0; i <= last - first; i++) {
            if (otp.code(first + i).isSameAs(given)) {
                found = OptionalLong.of(first + i);
            }
        }
        return found;
    }

    /**
     * The counter from {@code first} to {@code last} at which one code is right, and another at the counter after it: two in a
     * row say where the other side counts, while one alone may be right anywhere. If that is so at several, the last of them.
     */
    public static OptionalLong consecutive(
            Plaintext seed, Parameters parameters, String one, String next, long first, long last) {
        if (last < first || last - first < 0 || last - first >= MAX_WINDOW) {
            throw new IllegalArgumentException("a window has 1 to " + MAX_WINDOW + " counters");
        }
        Otp otp = new Otp(seed, parameters);
        if (!Code.isWellFormed(one, parameters) || !Code.isWellFormed(next, parameters)) {
            return OptionalLong.empty();
        }
        OptionalLong found = OptionalLong.empty();
        boolean before = false;
        for (long i = 0; i <= last - first + 1; i++) {
            Code code = otp.code(first + i);
            if (code.isSameAs(next) & before) {
                found = OptionalLong.of(first + i - 1);
            }
            before = code.isSameAs(one);
        }
        return found;
    }

    /** The same around an instant: so many steps before it and so many after it. */
    public static OptionalLong verify(
            Plaintext seed, Parameters parameters, String given, Instant now, int before, int after) {
        long step = Step.at(now, parameters).number();
        return verify(seed, parameters, given, step - before, step + after);
    }

    private Code code(long moment) {
        byte[] hash =
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(moment).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        Arrays.fill(hash, (byte) 0);
        return Code.of(truncated, parameters);
    }

    /** The seed as a key that keeps no copy: the HMAC overwrites the one it is given. */
    @SuppressWarnings("serial")
    private record Borrowed(Plaintext seed, String name) implements SecretKey {
        @Override
        public String getAlgorithm() {
            return name;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return seed.reveal().clone();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
