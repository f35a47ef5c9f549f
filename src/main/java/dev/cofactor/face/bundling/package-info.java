// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of disaster bundles: which there are and by whom they were agreed to, proposing one, fetching it once, and handing in
 * how it was used; and the page on which a holder registers his own key.
 *
 * <p>A page calls the same face of the desk that the API's resource calls and holds no rule. Nothing sealed is shown: a bundle
 * leaves as a file. Whoever agrees does so where all changes are agreed to ({@code changes}). Everything works without a script.
 */
@NullMarked
package dev.cofactor.face.bundling;

import org.jspecify.annotations.NullMarked;
