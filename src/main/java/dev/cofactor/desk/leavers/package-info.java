// SPDX-License-Identifier: Apache-2.0
/**
 * What somebody leaves behind: which seeds he could have known and are to be enrolled anew, what he fetched and saw, what
 * nobody else owns, which tokens he made and could have copied, where he stood. It is read before he goes, to see what it
 * takes, and afterwards, to see what is still to be done: it is worked out from custody, catalogue, directory and log each
 * time, and kept nowhere.
 *
 * <p>It is for whoever may edit people, and that he read it is on the log before. Of a secret it says no more than its
 * reader may see; how many more there are it always says. What lies in a personal folder is counted and never named.
 *
 * <p>The room changes nothing and opens no value. Removing is {@code people}'s.
 */
@NullMarked
package dev.cofactor.desk.leavers;

import org.jspecify.annotations.NullMarked;
