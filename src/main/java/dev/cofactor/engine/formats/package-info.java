// SPDX-License-Identifier: Apache-2.0
/**
 * Other people's exports, read: bytes become entries, with a title in clear and whatever is sealed in {@code Plaintext}.
 * Lists of setup links, pictures of an export, Aegis, Bitwarden, 1Password, KeePassXC, Secret Server, and a table of our own.
 *
 * <p>Everything comes from strangers, so everything has a limit: bytes, entries, depth, what a zip unpacks to, what a key
 * derivation costs. An entry that cannot be read is one broken entry, told by its number; a file that cannot be read is
 * refused whole. Neither repeats what stood there.
 *
 * <p>The room is pure: it knows no secret, no template, no file on a disk and no network. What it decoded on the way is
 * overwritten before it answers; addresses in what it reads are text, never fetched.
 */
@NullMarked
package dev.cofactor.engine.formats;

import org.jspecify.annotations.NullMarked;
