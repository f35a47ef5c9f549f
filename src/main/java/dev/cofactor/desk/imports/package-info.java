// SPDX-License-Identifier: Apache-2.0
/**
 * Other people's formats, taken in: a file is looked at first, and its entries are shown by title with what would become of
 * each; then those that are new are taken in with one change, all or none.
 *
 * <p>The file is kept nowhere between the two, so it is sent again, with the digest of what was shown. It is read in memory
 * by {@code formats}; an entry that cannot be read is told by its number.
 *
 * <p>What comes in could have been entered by hand: whoever imports may make secrets there and edit them, values fit their
 * template, a seed that stands elsewhere is told to those owners and to nobody else. Seeds serve at once, and in their
 * custody former holders are unknown.
 */
@NullMarked
package dev.cofactor.desk.imports;

import org.jspecify.annotations.NullMarked;
