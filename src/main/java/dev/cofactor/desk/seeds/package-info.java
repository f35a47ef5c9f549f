// SPDX-License-Identifier: Apache-2.0
/**
 * Seeds and backup codes: how they come in, are proved, overwritten and destroyed. A seed is write-only from the moment it
 * is entered: by picture, URI or setup key, and never out again.
 *
 * <p>Before a seed serves it is proved, either way round: the vault shows codes that the site takes, whose steps are then
 * taken, or takes one that the site's app shows. A planned overwrite keeps the old seed serving until the new one is
 * proved; a compromised one stops it in the same commit.
 *
 * <p>Custody is kept here: who could ever have known a seed, because they typed it or saw its picture, as against who only
 * got codes. A keyed fingerprint tells same from other without telling what.
 *
 * <p>Codes of seeds that serve are {@code codes}' to hand out; this room never computes one of those.
 */
@NullMarked
package dev.cofactor.desk.seeds;

import org.jspecify.annotations.NullMarked;
