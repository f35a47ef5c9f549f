// SPDX-License-Identifier: Apache-2.0
/**
 * One-time passwords: TOTP (RFC 6238), HOTP (RFC 4226), Steam's variant, and the {@code otpauth} and migration URIs in
 * which seeds travel.
 *
 * <p>Pure: the instant and the key are parameters, digits are formatted without a locale, nothing is stored. Given a
 * seed and a step it yields the code; given an instant, the step, and when the step begins and ends.
 *
 * <p>What it leaves to {@code codes}: whose step it is, whether a counter was used, how many attempts there were. What
 * it leaves to {@code signin}: comparing a code in constant time and refusing one that was used. A URI that does not
 * parse is refused without being repeated, since all of it may be the seed. The vectors of both RFCs are in the tests,
 * where the first is corrected by its erratum.
 */
@NullMarked
package dev.cofactor.engine.otp;

import org.jspecify.annotations.NullMarked;
