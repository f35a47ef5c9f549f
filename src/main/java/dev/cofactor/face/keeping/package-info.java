// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of whoever keeps secrets: adding one, entering its seed and proving it, editing it, what it was before, deleting
 * it and bringing it back.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. What is sealed
 * goes in here and comes out nowhere: a form that is shown again has what was typed in the open, and a seed that is looked at
 * before there is a secret for it answers with its issuer and account alone.
 *
 * <p>Pictures and files come as bare bodies and are never written to a file, which the parser of multipart forms would do.
 */
@NullMarked
package dev.cofactor.face.keeping;

import org.jspecify.annotations.NullMarked;
