// SPDX-License-Identifier: Apache-2.0
/**
 * Checks what a log claims, for those who trust nobody: {@code Export} a file with everything, {@code Receipt} one entry,
 * {@code ServedLog} a log served as tiles. What is checked stands in {@code src/docs/formats/audit-log.md}.
 *
 * <p>Pure: no database, no network, no framework, no clock. What it is given is hostile until shown otherwise: every length
 * is bounded, every JSON must be in its one spelling. Origin and key are brought by whoever asks ({@code Pinned}) and never
 * taken from what is checked. To return is to have verified; what fails, fails with a {@code Problem} that names the first
 * place that lies and repeats nothing of it.
 *
 * <p>It shares the tree's arithmetic with the writer ({@code merkle}, which is held against foreign implementations) and
 * nothing else of it. Invariant: an export of any length is read once, and only event ids and chains are kept.
 */
@NullMarked
package dev.cofactor.engine.witness;

import org.jspecify.annotations.NullMarked;
