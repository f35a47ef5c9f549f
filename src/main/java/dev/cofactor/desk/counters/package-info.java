// SPDX-License-Identifier: Apache-2.0
/**
 * Brings a counting seed (HOTP) into step with the site, or with another generator that has the same seed.
 *
 * <p>Whoever may edit the secret says two codes in a row that the other generator shows, or the counter that the site expects. The
 * counter then moves forward, by a thousand at the most, and never back: a number that may have left is not used again. Where it is
 * the site that is behind, two codes fetched in a row are what it wants to see.
 *
 * <p>The seed is opened to compare only after it is on the log for whom, five times a minute at the most; what is told is where the
 * counter stands, and of no code whether it would have been right by itself. Nothing here computes a code for anybody.
 */
@NullMarked
package dev.cofactor.desk.counters;

import org.jspecify.annotations.NullMarked;
