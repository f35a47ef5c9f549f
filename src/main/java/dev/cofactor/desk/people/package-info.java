// SPDX-License-Identifier: Apache-2.0
/**
 * Inviting people, putting them into groups, and letting them go well.
 *
 * <p>Leaving is one act with a list: sessions and tokens end, grants end, approvals that hung on the leaver lose their
 * standing, the personal folder is locked, and every seed the person could have known is named to its owners for
 * renewal. It moves the world once.
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
