// SPDX-License-Identifier: Apache-2.0
/**
 * What somebody was told, for him to read. A notice is his alone: nobody else finds it, whatever he may, and that somebody
 * tried is on the log.
 *
 * <p>What is stored are ids. Names are looked up for the reader at the moment he reads, by the rules of that moment: of a
 * secret he may not see he hears the id if it is his own, and nothing if it is not; who did something is named to those
 * who may see the secret it was done to.
 *
 * <p>Only people have notices; a service or an agent has none. The room tells nobody anything: that is part of the changes
 * that are told.
 */
@NullMarked
package dev.cofactor.desk.notices;

import org.jspecify.annotations.NullMarked;
