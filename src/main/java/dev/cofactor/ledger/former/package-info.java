// SPDX-License-Identifier: Apache-2.0
/**
 * Where secrets were at a moment, and under which tags: read from places and tags as they stood then, which are ended and never
 * deleted. It writes nothing, and says of what lies in a personal folder no more than whose that is.
 */
@NullMarked
package dev.cofactor.ledger.former;

import org.jspecify.annotations.NullMarked;
