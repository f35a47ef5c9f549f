// SPDX-License-Identifier: Apache-2.0
/**
 * What people prove themselves with besides a password: the OTP apps of their own, and recovery codes for the day an app is
 * lost.
 *
 * <p>A seed is shown to one person, in the answers to the one session that began it, until a code proves it; then to nobody.
 * Seeds and the slow hashes of recovery codes are sealed at {@code sealing}'s door for people's own factors, bound to the
 * person, the row and what the app was told, so a row that is moved or turned does not open. A step is used once, and so is a
 * recovery code: by a conditional update in the change that relies on it. What the settings ask for is stored with each app.
 *
 * <p>Whether somebody is right is looked at outside any transaction and for the same work whether he has a factor or not.
 * Slowing guesses down, sessions and passwords are {@code signin}'s, which stands above: it is asked through {@link
 * dev.cofactor.desk.factors.Reauthentication}, and rules that ask for a factor through {@link
 * dev.cofactor.desk.factors.Demands}. There is no way in from the API: a credential for programs changes no factor.
 */
@NullMarked
package dev.cofactor.desk.factors;

import org.jspecify.annotations.NullMarked;
