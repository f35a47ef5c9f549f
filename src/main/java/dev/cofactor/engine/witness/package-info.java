// SPDX-License-Identifier: Apache-2.0
/**
 * Checks what a log claims, for those who trust nobody: an export, a receipt, a log served as tiles.
 *
 * <p>Pure: no database, no network, no framework. What it is given is hostile until shown otherwise: every length is
 * bounded, every spelling strict. Origin and key are brought by whoever asks and never taken from what is checked. A
 * verdict names the first place that lies. It shares the tree's arithmetic with the writer ({@code merkle}, which is held
 * against foreign implementations) and nothing else of it.
 */
@NullMarked
package dev.cofactor.engine.witness;

import org.jspecify.annotations.NullMarked;
