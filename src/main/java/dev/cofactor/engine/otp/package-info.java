// SPDX-License-Identifier: Apache-2.0
/**
 * One-time passwords: TOTP (RFC 6238), HOTP (RFC 4226), Steam's variant, and the texts in which seeds travel.
 *
 * <p>Pure: the instant, the key and chance are parameters, nothing is stored and nothing fetched. {@code Otp} computes codes
 * and verifies them, {@code SeedText} says what a pasted text or a picture's text is, {@code KeyUri} writes one. What is
 * accepted, and the codes of refusals, stand in {@code src/docs/formats/otp.md}.
 *
 * <p>What it leaves to {@code codes} and {@code signin}: whose step it is, whether a step or counter was used, how many
 * attempts there were.
 *
 * <p>What must hold: a seed is in plaintexts only, and whoever is given one closes it. A refusal repeats nothing, since
 * all of a text may be the seed; it is an {@code OtpRefused}, whatever the text. Digits are ASCII in and out, in every
 * language. A code is compared whole, in constant time, and never trimmed.
 */
@NullMarked
package dev.cofactor.engine.otp;

import org.jspecify.annotations.NullMarked;
