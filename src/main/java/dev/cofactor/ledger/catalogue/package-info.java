// SPDX-License-Identifier: Apache-2.0
/**
 * Where secrets are and what they are called: folders, places, tags, owners. A path goes in, an id comes out, and the
 * id is what everything else speaks of.
 *
 * <p>A segment of a path is {@code [a-z0-9][a-z0-9._-]{0,62}}, and none may look like an id ({@code sec_} and 26
 * characters); display names are free text. Personal folders stand outside the tree, as {@code personal/} and the
 * person's slug.
 *
 * <p>What decides who may is ended, never deleted, and names the event that recorded it. Reading is free for the gate and
 * the desks; writing works only inside a change at the gate.
 *
 * <p>There are no values here, sealed or open: a stolen catalogue tells names. Owners are told and asked; owning gives
 * no right. Folders belong to the world; place and tags of one secret are under that secret's row version, and both
 * are compared after the head row is locked. Whether a caller may know of a place is decided by the gate, so a path
 * that is not there and one that is not visible end the same way.
 */
@NullMarked
package dev.cofactor.ledger.catalogue;

import org.jspecify.annotations.NullMarked;
