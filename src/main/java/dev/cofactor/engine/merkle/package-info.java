// SPDX-License-Identifier: Apache-2.0
/**
 * The tree of the log: leaves, tiles, notes and proofs, as RFC 6962, C2SP tlog-tiles and C2SP signed notes have them,
 * so that other people's verifiers agree with ours.
 *
 * <p>Bytes in, bytes out: it computes roots and frontiers, cuts tiles, makes and checks proofs of inclusion and
 * consistency, writes and parses checkpoints. Leaves and nodes are hashed under different prefixes. A proof is refused
 * first for its shape, an index beyond the size or a wrong length, and only then for its hashes; to return without a
 * failure is to have verified.
 *
 * <p>It keeps no state, reads no clock and knows neither events nor the database; keys for signing are parameters. It
 * is a library in waiting: {@code audit} and {@code notary} build the log with it, {@code oversight} and {@code cli}
 * check the log with the same code, and test vectors carry their verdicts so that a second implementation can use
 * them.
 */
@NullMarked
package dev.cofactor.engine.merkle;

import org.jspecify.annotations.NullMarked;
