// SPDX-License-Identifier: Apache-2.0
/**
 * The sealed disaster bundle: everything needed to go on when the installation is gone, encrypted to keys that are not
 * on the server.
 *
 * <p>It is the one thing in which seeds leave, and they leave as ciphertext: each is opened after its release is
 * recorded and goes straight into the bundle under the recipients' public keys. Whoever holds the matching keys opens
 * it offline with the command line; the server cannot. Counters and unused backup codes are in it as they stood.
 *
 * <p>Sealing one needs {@code bundle.seal}, a second person, and is told to every owner concerned. The bundle names
 * the checkpoint it was made at. Nothing here reads a bundle back into a server: what is in it has left custody and is
 * renewed, not restored.
 */
@NullMarked
package dev.cofactor.desk.bundle;

import org.jspecify.annotations.NullMarked;
