// SPDX-License-Identifier: Apache-2.0
/**
 * The sealed disaster bundle: everything needed to go on when the installation is gone, encrypted to keys that are not
 * on the server.
 *
 * <p>It is the one thing in which seeds leave, and they leave as ciphertext: each is opened after its release is
 * recorded and goes straight into the bundle under the recipients' public keys. Whoever holds the matching keys opens
 * it offline with the command line; the server cannot.
 *
 * <p>Sealing one needs {@code bundle.seal} and passes the gate. The room never reads a bundle back, and knows no
 * private key that could.
 */
@NullMarked
package dev.cofactor.desk.bundle;

import org.jspecify.annotations.NullMarked;
