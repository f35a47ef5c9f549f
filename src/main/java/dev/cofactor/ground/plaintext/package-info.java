// SPDX-License-Identifier: Apache-2.0
/**
 * The one type for bytes that nobody may see by accident: seeds, keys, passwords, what a picture says. It does not print,
 * does not compare, and is overwritten when it is closed; every reading of it says {@code reveal()}, so that one search
 * finds them all.
 *
 * <p>A room of its own, because the pure rooms that read pictures and compute codes carry such bytes as well as the one
 * that seals them, and none of those may see another. Java promises no wiping: what is promised is that a value lives
 * shortly, in one array, and reaches no text.
 *
 * <p>Nothing is sealed, parsed or decided here.
 */
@NullMarked
package dev.cofactor.ground.plaintext;

import org.jspecify.annotations.NullMarked;
