// SPDX-License-Identifier: Apache-2.0
/**
 * Disaster bundles as files: a key split into shares of which so many are enough ({@link Shamir}), the file in which what is
 * sealed lies ({@link BundleFile}) with its list of contents ({@link Manifest}), and the file beside it in which each use is
 * written ({@link UseFile}).
 *
 * <p>Both sides read and write by this room: the server that makes a bundle and reads how it was used, and the command line
 * that opens it where there is no server. Nothing is sealed or opened here and no key is made, except that a use is signed:
 * what seals comes as bytes. Files are strangers' until they are checked: read strictly, in one spelling, within bounds, and
 * what is refused repeats nothing of them.
 *
 * <p>The bytes are a stored format (src/docs/formats/bundle.md).
 */
@NullMarked
package dev.cofactor.engine.escrow;

import org.jspecify.annotations.NullMarked;
