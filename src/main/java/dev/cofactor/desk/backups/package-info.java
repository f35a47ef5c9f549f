// SPDX-License-Identifier: Apache-2.0
/**
 * Backup codes, handed out: the oldest first, each to one request, and on the log before it leaves.
 *
 * <p>Which code somebody gets is settled in the transaction that records it, under the head's lock; the record then names
 * that one value, and nothing else opens. Under the same key he sees it again for ten minutes and consumes nothing, and all
 * is asked again: a right that was withdrawn is gone. When so few are left that it matters, the owners are told in that same
 * transaction.
 *
 * <p>A template may say that the last codes of a pool leave only if others have agreed. Which these are is their place in the
 * pool, so that it does not change between decision and record.
 *
 * <p>Nothing goes back into a pool by itself. What was reported not used is put back by somebody who may edit the secret, and
 * the key under which it was taken then shows nothing any more.
 *
 * <p>Its counts are no secret to whoever may take; the codes are in one answer each, and in no record, notice or list.
 */
@NullMarked
package dev.cofactor.desk.backups;

import org.jspecify.annotations.NullMarked;
