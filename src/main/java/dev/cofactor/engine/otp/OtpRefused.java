// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.problem.Problem;

/** What was given is no seed, or none that is served. Says what to do about it and nothing of what was given. */
public final class OtpRefused extends Problem {
    private static final long serialVersionUID = 1;

    private OtpRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Whether it is a seed of a kind that is not served, rather than a broken one. */
    public boolean isUnsupported() {
        return code().endsWith("-unsupported");
    }

    private static OtpRefused invalid(String code, String message) {
        return new OtpRefused(Kind.INVALID, code, message);
    }

    static OtpRefused tooLong() {
        return new OtpRefused(Kind.TOO_LARGE, "otp-text-too-long", "the text is longer than any setup link or key");
    }

    static OtpRefused uri(String message) {
        return invalid("otp-uri-malformed", message);
    }

    static OtpRefused label(String message) {
        return invalid("otp-label", message);
    }

    static OtpRefused twice() {
        return invalid("otp-parameter-twice", "the setup link says the same thing twice; ask for a new one");
    }

    static OtpRefused type() {
        return invalid(
                "otp-type-unsupported", "this kind of one-time password is not supported, only TOTP, HOTP and Steam");
    }

    static OtpRefused yandex() {
        return invalid("otp-yandex-unsupported", "Yandex codes are not supported, only TOTP, HOTP and Steam");
    }

    static OtpRefused motp() {
        return invalid("otp-motp-unsupported", "Mobile-OTP (mOTP) is not supported, only TOTP, HOTP and Steam");
    }

    static OtpRefused unexpectedKind() {
        return invalid("otp-kind", "another kind of one-time password is asked for here");
    }

    static OtpRefused algorithm() {
        return invalid("otp-algorithm", "the algorithm has to be SHA1, SHA256 or SHA512, and SHA1 for Steam");
    }

    static OtpRefused md5() {
        return invalid(
                "otp-md5-unsupported",
                "MD5 is not supported; set the second factor up anew with SHA1, SHA256 or SHA512");
    }

    static OtpRefused digits() {
        return invalid("otp-digits", "a code has 6 to 10 digits, or 5 characters for Steam");
    }

    static OtpRefused period() {
        return invalid(
                "otp-period", "the period has to be 1 to " + Parameters.MAX_PERIOD + " seconds, and 30 for Steam");
    }

    static OtpRefused counter() {
        return invalid("otp-counter", "a counter has to be a number from 0 on");
    }

    static OtpRefused counterMissing() {
        return invalid("otp-counter-missing", "a setup link for HOTP has to say where its counter stands");
    }

    static OtpRefused seedMissing() {
        return invalid("seed-missing", "there is no setup key");
    }

    static OtpRefused seed(String message) {
        return invalid("seed-malformed", message);
    }

    static OtpRefused seedTooLong() {
        return invalid("seed-too-long", "a setup key has at most " + Seed.MAX_BYTES + " bytes");
    }

    static OtpRefused migration(String message) {
        return invalid("migration-malformed", message);
    }

    static OtpRefused otherBatch() {
        return new OtpRefused(
                Kind.CONFLICT,
                "migration-other-batch",
                "this part belongs to another export; finish or drop the first");
    }

    static OtpRefused incomplete(String progress) {
        return new OtpRefused(Kind.CONDITION_MISSING, "migration-incomplete", progress);
    }
}
