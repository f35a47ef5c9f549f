// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.util.Set;

/**
 * How a seed becomes codes. Whoever has one has a valid one.
 *
 * @param period seconds a step lasts; 0 for HOTP
 * @param counter where an HOTP counter stands; 0 for the others
 */
public record Parameters(Kind kind, Algorithm algorithm, int digits, int period, long counter) {
    /** A day. Nobody uses more, and arithmetic far beyond the calendar stays out of reach. */
    public static final int MAX_PERIOD = 86_400;

    public static final int USUAL_PERIOD = 30;
    public static final int USUAL_DIGITS = 6;

    /** Of TOTP and HOTP; Steam's five characters are its own. */
    public static final int MIN_DIGITS = 6;

    public static final int MAX_DIGITS = 10;

    static final int STEAM_CHARACTERS = 5;

    public Parameters {
        requireDigits(kind, digits);
        requirePeriod(kind, period);
        if (kind == Kind.STEAM && algorithm != Algorithm.SHA1) {
            throw OtpRefused.algorithm();
        }
        if (counter < 0 || (kind.isTimed() && counter != 0)) {
            throw OtpRefused.counter();
        }
    }

    public static Parameters totp(Algorithm algorithm, int digits, int period) {
        return new Parameters(Kind.TOTP, algorithm, digits, period, 0);
    }

    /** What almost everybody uses: SHA-1, six digits, 30 seconds. */
    public static Parameters usual() {
        return totp(Algorithm.SHA1, USUAL_DIGITS, USUAL_PERIOD);
    }

    public static Parameters hotp(Algorithm algorithm, int digits, long counter) {
        return new Parameters(Kind.HOTP, algorithm, digits, 0, counter);
    }

    public static Parameters steam() {
        return new Parameters(Kind.STEAM, Algorithm.SHA1, STEAM_CHARACTERS, USUAL_PERIOD, 0);
    }

    /** For a field that takes only some kinds: a counter read as a time gives codes that are all wrong. */
    public Parameters mustBe(Set<Kind> allowed) {
        if (!allowed.contains(kind)) {
            throw OtpRefused.unexpectedKind();
        }
        return this;
    }

    private static void requireDigits(Kind kind, int digits) {
        boolean fits = kind == Kind.STEAM ? digits == STEAM_CHARACTERS : digits >= MIN_DIGITS && digits <= MAX_DIGITS;
        if (!fits) {
            throw OtpRefused.digits();
        }
    }

    private static void requirePeriod(Kind kind, int period) {
        boolean fits = switch (kind) {
            case TOTP -> period >= 1 && period <= MAX_PERIOD;
            case HOTP -> period == 0;
            case STEAM -> period == USUAL_PERIOD;
        };
        if (!fits) {
            throw OtpRefused.period();
        }
    }
}
