// SPDX-License-Identifier: Apache-2.0
/**
 * Inviting people, putting them into groups, suspending them, and letting them go.
 *
 * <p>Leaving is one change: whatever the person showed himself with is erased, his sessions and memberships end, and
 * with them what he was given; nobody gets into the personal folder any more. It moves the world once. What is left to
 * be done afterwards says {@code leavers}. One administrator who is active stays in any case; if none can sign in,
 * {@code Recovery} is the way back, for whoever has the host.
 *
 * <p>Some changes need another active person who holds the same verb: one that gives its author, or a credential shown
 * to him, a right he lacked; and removing, suspending or resetting somebody who could have objected. If nobody else
 * has held that verb for 7 days it passes, and is announced to all. Whether that is so is judged at the gate.
 *
 * <p>The desk edits facts in {@code directory}; it keeps no rights, resets factors through {@code signin}, and cannot
 * make a change the log does not show.
 */
@NullMarked
package dev.cofactor.desk.people;

import org.jspecify.annotations.NullMarked;
