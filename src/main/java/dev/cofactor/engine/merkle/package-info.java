// SPDX-License-Identifier: Apache-2.0
/**
 * The tree under the log: hashes, frontier, proofs, tiles, signed notes, checkpoints and receipts. Pure: no clock, no
 * storage, no network; a library in waiting. {@code audit} grows the tree, {@code notary} serves and signs it, the
 * auditors' desk and the command line verify what others serve.
 *
 * <p>It never signs what it was not handed, never trusts a text before its signature was verified, and takes origin and
 * keys from its caller, never from what is being verified. Values are immutable; whatever is refused is refused with
 * {@link Unproven} and nothing else, and the refusal repeats nothing of the input.
 *
 * <p>Invariants: one value has one spelling (base64, decimals and paths are read strictly, so reading and writing again
 * gives the same bytes); a proof is used up to its last hash or refused.
 *
 * <p>Formats: RFC 6962 §2.1 and RFC 9162 §2.1.3–2.1.4 (hashes, proofs), c2sp.org/tlog-tiles, c2sp.org/signed-note,
 * c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof.
 */
@NullMarked
package dev.cofactor.engine.merkle;

import org.jspecify.annotations.NullMarked;
