// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of whoever uses secrets: My Secrets, adding one, proving its seed, and what one was told.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. No seed
 * and no sealed value is ever in a page; a code is handed to the script that asked for it, never to a cache.
 *
 * <p>Pictures come as bare bodies and are never written to a file, which the parser of multipart forms would do.
 */
@NullMarked
package dev.cofactor.face.shelf;

import org.jspecify.annotations.NullMarked;
