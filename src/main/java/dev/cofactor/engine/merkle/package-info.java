// SPDX-License-Identifier: Apache-2.0
/**
 * The tree of the log: hashes, frontier, proofs, tiles, signed notes, checkpoints and receipts, as the specifications have
 * them, so that other people's verifiers agree with ours: RFC 6962 §2.1 and RFC 9162 §2.1.3–2.1.4, c2sp.org/tlog-tiles,
 * c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof.
 *
 * <p>A library in waiting: no clock, no storage, no network. {@code audit} grows the tree, {@code notary} serves and signs
 * it, {@code oversight} and {@code cli} check what is served with the same code; test vectors carry their verdicts, so that
 * a second implementation can use them.
 *
 * <p>It never trusts a text before its signature was verified, and takes origin and keys from its caller, never from what is
 * being verified. To return without a failure is to have verified; what fails, fails with {@link Unproven} and repeats
 * nothing of the input.
 *
 * <p>Invariants: values are immutable; each has one spelling (base64, decimals and paths are read strictly, so reading and
 * writing again gives the same bytes); a proof is used up to its last hash or refused.
 */
@NullMarked
package dev.cofactor.engine.merkle;

import org.jspecify.annotations.NullMarked;
