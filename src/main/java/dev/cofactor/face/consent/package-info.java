// SPDX-License-Identifier: Apache-2.0
/**
 * The pages on which people ask each other for access and answer: what waits, one request, emergencies, and the form in
 * place by which one asks.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. Deciding is
 * the exception: it has these pages alone, because only a person who has just proved that it is he may do it, and a program
 * proves nothing. Opening a page changes nothing, so a link to it may be sent to anybody: what it may show is asked anew.
 *
 * <p>Whoever asks reads steps that he can take and whom he can ask, never what a policy is called or whom it means besides.
 * What others typed, names and reasons, is printed as text that stands apart from the sentence around it.
 *
 * <p>Called by {@code shelf}, which shows the same steps where a code would stand.
 */
@NullMarked
package dev.cofactor.face.consent;

import org.jspecify.annotations.NullMarked;
