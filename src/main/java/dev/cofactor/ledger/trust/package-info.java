// SPDX-License-Identifier: Apache-2.0
/**
 * Whom we trust to vouch for programs: which issuer, on what terms, as which service. Facts, not rights.
 *
 * <p>A federation names one issuer and one service for ever. Its terms (audiences, algorithms, conditions, keys that were
 * handed to us) are replaced as a whole, and the ones before stay: what let somebody in at a date can be read years later.
 * It may be suspended and resumed; it ends once.
 *
 * <p>All of it is part of the world: a change goes through {@code gate.change}, moves the world's version, and is seen by
 * every decision that follows on every node. The room reads no token, fetches no key and decides nothing; it is read by the
 * gate, which asks whether a federation still stands, and by the desk of workloads.
 */
@NullMarked
package dev.cofactor.ledger.trust;

import org.jspecify.annotations.NullMarked;
