// SPDX-License-Identifier: Apache-2.0
/**
 * What a page that stands open is told by itself: how much waits to be decided and to be read, and what became of what was
 * asked for. A stream of server-sent events, one for each window somebody looks at.
 *
 * <p>It tells nothing that its reader could not read on a page at that moment: before each message the session, its person's
 * standing and what the desk shows him are asked anew, and a stream ends with its session. Being told changes nothing: it
 * leaves no record, does not count as use of the session, and claims nothing.
 *
 * <p>No stream has a thread. One round a second looks after all of this node's; as long as nothing was asked for or decided it
 * costs two queries, however many look on. Nobody has more than {@link dev.cofactor.face.live.Streams#EACH}.
 *
 * <p>Called by no other room. Pages work without it: it spares people the button that loads a page anew.
 */
@NullMarked
package dev.cofactor.face.live;

import org.jspecify.annotations.NullMarked;
