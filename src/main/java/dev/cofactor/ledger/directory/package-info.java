// SPDX-License-Identifier: Apache-2.0
/**
 * People, groups, machines, their tokens and whom we trust to vouch for them: facts, not rights.
 *
 * <p>The room answers who exists, who stands in which group, whether an account is active, which issuer's word counts.
 * What follows from that is the policy's. Ids are immutable and never used again; names may change and are unique
 * where people type them. A role is a built-in group and cannot be removed.
 * Groups stand in groups and people have managers, neither in circles. Whoever has gone keeps his row, and his
 * account name is free.
 *
 * <p>It keeps no password, factor or session, which are {@code signin}'s, and of a token no more than a hash. All of
 * it is part of the world: a change goes through {@code gate.change}, moves the world's version, and is seen by every
 * decision that follows on every node. It is read by the gate and the desks, which show it.
 */
@NullMarked
package dev.cofactor.ledger.directory;

import org.jspecify.annotations.NullMarked;
