// SPDX-License-Identifier: Apache-2.0
/**
 * The sealed values, as rows. Whose they are, since when and until when, by whom, and the three columns that {@code
 * sealing} makes of a value.
 *
 * <p>Nothing is sealed or opened here: this room holds no key and no plaintext, and asks nobody's permission. That is why
 * the desks share it: a field, a seed and a backup code are rows of one kind.
 *
 * <p>A value is never altered. It ends, and may be read as an earlier one; or it is destroyed, and then its key and bytes
 * are gone from the row while the row stays. Writing is part of a change at the gate, except for the data key, which is put
 * under another purpose key only while it is what it was when it was read.
 */
@NullMarked
package dev.cofactor.ledger.vault;

import org.jspecify.annotations.NullMarked;
