// SPDX-License-Identifier: Apache-2.0
/**
 * The one OpenID provider that is trusted to say who somebody is: where it lives, its keys, what it signs.
 *
 * <p>It is found by its issuer's address (OpenID Connect Discovery), and a document or a token that names another issuer is
 * refused, to the letter. Everything is fetched through {@code outbound}. Of an exchange only the ID token is looked at: its
 * signature by an asymmetric algorithm of a closed list and a key of the provider's set, issuer, audience, times, nonce.
 * The access token is dropped unread, and no token is kept.
 *
 * <p>The room has no table, knows no person, group or session, and gives no right. What it could not prove it says by a code;
 * what was sent is in no failure and no log, nor are the libraries' words about it. Nothing here works without
 * {@code cofactor.sso.issuer}.
 */
@NullMarked
package dev.cofactor.desk.provider;

import org.jspecify.annotations.NullMarked;
