// SPDX-License-Identifier: Apache-2.0
/**
 * The keys' own desk: which root key is in use, from which provider, and turning to the next one.
 *
 * <p>Rotation re-wraps data keys, a batch at a time, while the house goes on working: old and new root both unwrap,
 * only the new one wraps, and the old one may be withdrawn when a count in the database says that nothing hangs on it.
 * Values are not opened and not sealed anew. An interrupted rotation continues where it stood.
 *
 * <p>The room sees handles and ids, never key bytes, and no endpoint returns any. The key of the seeds' fingerprints
 * is the exception with a rule of its own: it changes only together with all fingerprints and live leases. Rotating
 * needs {@code key.rotate}, passes the gate, and is on the log at its start and at its end.
 */
@NullMarked
package dev.cofactor.desk.keys;

import org.jspecify.annotations.NullMarked;
