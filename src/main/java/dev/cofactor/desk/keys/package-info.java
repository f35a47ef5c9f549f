// SPDX-License-Identifier: Apache-2.0
/**
 * The keys' own desk: which root key is in use, from which provider, and turning to the next one.
 *
 * <p>Rotation re-wraps data keys, a batch at a time, while the house goes on working: old and new root both unwrap,
 * only the new one wraps, and the old one is let go when nothing hangs on it any more. Values are not opened and not
 * sealed anew.
 *
 * <p>The room sees handles and ids, never key bytes, and no endpoint returns any. The key of the seeds' fingerprints
 * is the exception with a rule of its own: it changes only together with all fingerprints and live leases. Rotating
 * needs {@code key.rotate}, passes the gate, and is on the log.
 */
@NullMarked
package dev.cofactor.desk.keys;

import org.jspecify.annotations.NullMarked;
