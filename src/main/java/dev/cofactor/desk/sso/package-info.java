// SPDX-License-Identifier: Apache-2.0
/**
 * Single sign-on: who somebody at the provider is here, and what he brings.
 *
 * <p>Somebody is known by issuer and subject and by nothing else; a name or an address in a token is not even read. A link is
 * made by whoever holds an invitation, or by somebody signed in who gives his password again; nobody is made by signing in.
 * A sign-in opens one of {@code signin}'s sessions and leaves nothing else in the browser: the cookie of the way there is
 * dropped on the way back, and no token is kept.
 *
 * <p>Groups of the provider count through the map alone, never as a role nor as a group that stands in one, and only for
 * callers of the very session: they are its rows and go with it. A state is good once and in the browser that began with
 * it; so is a logout token, anywhere. Calls to the provider are made outside transactions. Local sign-in never depends on
 * this room.
 */
@NullMarked
package dev.cofactor.desk.sso;

import org.jspecify.annotations.NullMarked;
