// SPDX-License-Identifier: Apache-2.0
/**
 * What is put on the log, and the proof that it was.
 *
 * <p>An {@code Event} is sealed: each kind is a record that holds what an auditor needs and no value. A new kind is
 * one more record, and because no switch over events has a {@code default}, the compiler lists every place that must
 * know it. A claim is something held or counted in the recording transaction: a step, a code, a counter, a use of a
 * grant.
 *
 * <p>{@code Recorded} names value, purpose and event, and says that this event is committed. It is final, and only a
 * {@code Recorded.Mint} makes one. The mint is handed out once, at start, to {@code audit}; a second taking stops the
 * server. So whoever holds a {@code Recorded} holds the only thing that opens a value.
 *
 * <p>Nothing here writes: {@code audit} appends, {@code gate} decides what.
 */
@NullMarked
package dev.cofactor.ground.events;

import org.jspecify.annotations.NullMarked;
