// SPDX-License-Identifier: Apache-2.0
/**
 * The keys, and what they seal. The only room that knows Tink.
 *
 * <p>A root key, which {@code unlocking} reads, wraps a key for each purpose; those are opened at the start and kept in
 * memory. Each purpose has a door of its own type that opens nothing else: {@link LogBodies} for the log, {@link Values}
 * for values of active secrets, each with a data key and only with the record of its release, {@link SeedsUnderProof} for
 * seeds that serve nobody yet, {@link OwnFactors} for what people prove themselves with,
 * {@link ChannelSecrets} for where channels lead, {@link Bundles} for what leaves in a disaster bundle. {@link Rotation} and {@link RootRotation} change keys in steps, {@link DataKeys} moves data
 * keys for {@code keys} and opens no content for anybody outside; at {@link Tags}, {@link Tags.Addresses}, {@link Tags.Fingerprints}
 * and {@link RowMacs} nothing is opened at all.
 *
 * <p>What must hold: everything sealed is bound to its {@link Context}, and there is no overload without one, so that a
 * row moved to another place does not open; a key's row is added and never changed; two nodes never make two keys for one
 * thing; no name, log line or exception ever holds key or content, and what holds them is a {@link dev.cofactor.ground.plaintext.Plaintext}. The
 * bytes are written down in {@code src/docs/formats/envelope.md}, and kept.
 *
 * <p>It decides nothing about who may. {@code audit} calls it for the log, the desks for values; which of them may open
 * any is a closed list in the house rules.
 */
@NullMarked
package dev.cofactor.ground.sealing;

import org.jspecify.annotations.NullMarked;
