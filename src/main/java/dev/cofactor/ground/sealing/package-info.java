// SPDX-License-Identifier: Apache-2.0
/**
 * The keys, and what they seal. The only room that knows Tink.
 *
 * <p>A root key, from a file and never from the database or the environment, wraps a key for each purpose; those are
 * opened at the start and kept in memory. Each purpose has a door of its own type that opens nothing else: {@link
 * LogBodies} today, {@link Tags} and {@link Addresses} where nothing is opened at all. Values of secrets, with a data key
 * each, come with the secrets, and their door will take the proof that the release is on the log.
 *
 * <p>What must hold: everything sealed is bound to its {@link Context}, and there is no overload without one, so that a
 * row moved to another place does not open; a key's row is added and never changed; two nodes never make two keys for one
 * thing; no name, log line or exception ever holds key or content, and what holds them is a {@link dev.cofactor.ground.plaintext.Plaintext}. The
 * bytes are written down in {@code src/docs/formats/envelope.md}, and kept.
 *
 * <p>It decides nothing about who may. {@code audit} calls it for the log; {@code start} for making a root key's file.
 */
@NullMarked
package dev.cofactor.ground.sealing;

import org.jspecify.annotations.NullMarked;
