// SPDX-License-Identifier: Apache-2.0
/**
 * A person's own sessions: where he is signed in and which credentials his programs have, listed and ended by himself.
 *
 * <p>Nobody sees or ends another's here; that somebody tried is on the log. What ends is over with the answer, on every
 * node. The room keeps no rows of its own and shows no token: there is none to show.
 */
@NullMarked
package dev.cofactor.desk.visits;

import org.jspecify.annotations.NullMarked;
