// SPDX-License-Identifier: Apache-2.0
/**
 * What stands at a terminal: {@code cofactor.sh}, served as it was packaged, the two calls by which it signs its person in, and
 * the page on which he lets it.
 *
 * <p>The calls are open to strangers and give nothing without the word of somebody who is signed in; that word is given on the
 * page alone. The page shows what the terminal says of itself as hearsay, and where it asked from as a fact.
 */
@NullMarked
package dev.cofactor.face.terminal;

import org.jspecify.annotations.NullMarked;
