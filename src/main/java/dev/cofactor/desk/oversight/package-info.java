// SPDX-License-Identifier: Apache-2.0
/**
 * The auditor's desk: search the log, open the body of an entry, export, prove, verify, review who has access.
 *
 * <p>Reading the log is itself a release: it needs {@code audit.read}, is recorded before a body is opened, and shows
 * up in what it reads. Verification recomputes the tree from the rows and compares it with signed checkpoints, with
 * the same code that the command line uses on an export, in the background, one at a time for each person.
 *
 * <p>The desk reads through {@code records} and {@code notary} and writes to neither. It shows that a code was fetched, by whom,
 * for which step, under which policy; never a code, never a value. Erasing what the law demands drops the key of a
 * sealed body ({@code audit.erase}); the leaf stays, and the tree with it. A review of access is signed off here and
 * is an event like any other.
 */
@NullMarked
package dev.cofactor.desk.oversight;

import org.jspecify.annotations.NullMarked;
