// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that act for people, and what people recorded of that: facts, not rights.
 *
 * <p>The room answers which agents there are, and which person lets which of them act for him, from when until when and by
 * the hash of which token. What an agent may do is the policies' to say, of it and of the person alike. A delegation ends
 * once, by itself or before, and is never deleted: who acted for whom at a date is asked years later.
 *
 * <p>All of it is part of the world: a change goes through the gate, moves the world's version, and is seen by every
 * decision that follows on every node. It keeps no token, and it does not know whether the person is active: that is the
 * directory's. It is read by the gate and the desks, which show it.
 *
 * <p>It also keeps to whom something was shown by which a service shows itself: he can do what that service can.
 */
@NullMarked
package dev.cofactor.ledger.mandates;

import org.jspecify.annotations.NullMarked;
