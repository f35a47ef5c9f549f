// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of whoever keeps a secret that is there: its seed, editing it, what it was before, deleting it and bringing it
 * back.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. What is sealed
 * goes in here and comes out by the record alone. Files come as bare bodies and are never written to a file, which the parser of
 * multipart forms would do.
 */
@NullMarked
package dev.cofactor.face.keeping;

import org.jspecify.annotations.NullMarked;
