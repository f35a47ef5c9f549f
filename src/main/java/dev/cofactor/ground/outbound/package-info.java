// SPDX-License-Identifier: Apache-2.0
/**
 * The one client to the outside. Whoever has to fetch something (an issuer's keys, a breach list, the receiver of a
 * webhook, a key management service) fetches it through here and nowhere else.
 *
 * <p>It speaks https only, follows no redirect, and refuses every address that is private, loopback or link-local
 * unless the installation's settings name it; the address is judged after the name is resolved, and the client then finds
 * the same one in Java's cache. Each call has a deadline and a limit on what it reads.
 *
 * <p>It never decides what may be sent and knows no feature. What an answer contained appears in no log and no
 * failure: a caller learns that the outside did not answer as it should, and which host that was.
 *
 * <p>Its reader of answers that end where they may end at the latest serves the command line too, which has no settings and
 * calls only whom it is told to.
 */
@NullMarked
package dev.cofactor.ground.outbound;

import org.jspecify.annotations.NullMarked;
