// SPDX-License-Identifier: Apache-2.0
/**
 * Folders: making, renaming, moving and removing them, and the personal folder of each person, which stands outside the
 * tree. A rename changes no right; a move may, so it needs the right at both ends.
 *
 * <p>What folders there are and what lies in them is {@code catalogue}'s; this room is the desk at which they are
 * changed, through the gate.
 */
@NullMarked
package dev.cofactor.desk.folders;

import org.jspecify.annotations.NullMarked;
