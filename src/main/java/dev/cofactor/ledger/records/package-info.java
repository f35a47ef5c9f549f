// SPDX-License-Identifier: Apache-2.0
/**
 * The log, read: an event by its id, events by a filter, the whole as an export.
 *
 * <p>Reads what {@code audit} wrote and {@code notary} signed, writes nothing. A body is opened one at a time and checked
 * against its leaf and its columns before anybody sees it, so an altered row is named and not shown. Whoever reads
 * millions gets them as a stream, in constant memory. Who may read is the gate's to say, and that somebody read is on
 * the log before the first line leaves.
 */
@NullMarked
package dev.cofactor.ledger.records;

import org.jspecify.annotations.NullMarked;
