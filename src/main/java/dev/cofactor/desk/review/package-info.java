// SPDX-License-Identifier: Apache-2.0
/**
 * The access review: for every secret, who could have something of it at a moment, through which policies, when he last did,
 * and what has not been used for long; and the reviewer's word that he has looked at it.
 *
 * <p>It is asked of the rules, memberships, places and tags of that moment, by the same engine that decides at the door. It
 * changes nothing but the log: that somebody reviewed, and that he signed off what, by its hash. Reading it is on the log too.
 *
 * <p>What people call things in their personal folders is theirs: of those the id is told, and no path.
 */
@NullMarked
package dev.cofactor.desk.review;

import org.jspecify.annotations.NullMarked;
