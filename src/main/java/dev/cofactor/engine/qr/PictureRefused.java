// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture that was not read, and what its sender can do. Says nothing of what the picture holds. */
public final class PictureRefused extends Problem {
    private static final String ADVICE = "take a screenshot, or save it as PNG or JPEG";

    private PictureRefused(Kind kind, String code, String message) {
        this(kind, code, message, null);
    }

    private PictureRefused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        super(kind, code, message, retryAfter, Map.of(), null);
    }

    static PictureRefused format(PictureFormat format) {
        return new PictureRefused(
                Kind.INVALID,
                "picture-format",
                "this file is " + format.title + ", which cannot be read here: " + ADVICE);
    }

    static PictureRefused tooLarge() {
        return new PictureRefused(
                Kind.TOO_LARGE,
                "picture-too-large",
                "a picture may have up to " + (QrReader.MAX_BYTES >> 20)
                        + " MB: cut out the code, or take a screenshot");
    }

    static PictureRefused tooManyPixels() {
        return new PictureRefused(
                Kind.TOO_LARGE,
                "picture-too-many-pixels",
                "the picture is too wide, too high or has too many pixels: cut out the code, or take a screenshot");
    }

    static PictureRefused damaged() {
        return new PictureRefused(Kind.INVALID, "picture-damaged", "the picture is damaged or not complete: " + ADVICE);
    }

    static PictureRefused noQrCode() {
        return new PictureRefused(
                Kind.INVALID,
                "no-qr-code",
                "no QR code was found: take the picture from nearer and straight on, without reflections, with the white"
                        + " margin around the code");
    }

    static PictureRefused tookTooLong() {
        return new PictureRefused(
                Kind.INVALID,
                "picture-took-too-long",
                "the search for a QR code was given up: cut out the code, or take a screenshot");
    }

    static PictureRefused togetherTookTooLong() {
        return new PictureRefused(
                Kind.INVALID,
                "pictures-took-too-long",
                "the search in so many pictures was given up: send fewer at a time, or cut out the codes");
    }

    /** Too many wait for it already. */
    static PictureRefused overloaded(Duration retryAfter) {
        return new PictureRefused(
                Kind.UNAVAILABLE,
                "overloaded",
                "too many pictures are waiting to be read: try again later",
                retryAfter);
    }

    static PictureRefused busy(Duration retryAfter) {
        return new PictureRefused(
                Kind.TOO_MANY, "busy", "other pictures are being read: try again in some seconds", retryAfter);
    }

    static PictureRefused textTooLong() {
        return new PictureRefused(
                Kind.INVALID,
                "text-too-long",
                "the text does not fit into such a symbol: shorten it, or take another kind");
    }
}
