// SPDX-License-Identifier: Apache-2.0
/**
 * Passkeys and security keys, as the second factor of a person's own sign-in.
 *
 * <p>Kept is what is public: a credential's id, its public key, how often it signed. The person is known to his keys by a
 * handle of chance, never by his name. Which site this is comes from {@code cofactor.url} alone, and no request can say
 * otherwise; the room is the only importer of webauthn4j.
 *
 * <p>A challenge is for one person, one session and one purpose, ends after five minutes, and is used up by a conditional
 * delete in the transaction that records what it let in: of many who answer it together, one gets in. A credential counts
 * for its own person only. One whose counter went back may be a copy: it is refused, and that is on the log.
 *
 * <p>Keys are registered and removed in a session whose person, if he has a factor, has proved by it lately ({@link
 * dev.cofactor.desk.passkeys.FreshProof}, which {@code signin} answers); the last one stays while a rule asks for a factor.
 * Who made a key is not asked (attestation {@code none}). The room opens no session and knows no right: whether a proof
 * is needed, and what it then opens, is decided in the room above that calls {@code Passkeys}.
 */
@NullMarked
package dev.cofactor.desk.passkeys;

import org.jspecify.annotations.NullMarked;
