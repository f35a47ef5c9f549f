// SPDX-License-Identifier: Apache-2.0
/**
 * Services, and the tokens they show.
 *
 * <p>A token ({@code cft_…}) is shown once, stored as a hash, and belongs to one service; it is good from the addresses it
 * was given for, until its end. Another can be given in its place while both are good for a while. When it was shown last is
 * no fact: each node writes it behind, and no request waits for that.
 *
 * <p>Creating, suspending, giving and taking back are changes that pass the gate; a suspended service and a token that was
 * taken back are refused by the next request on any node. The room never fetches a code. Programs that come without a
 * secret of ours are in {@code workloads}, those that act for people in {@code agents}.
 */
@NullMarked
package dev.cofactor.desk.machines;

import org.jspecify.annotations.NullMarked;
