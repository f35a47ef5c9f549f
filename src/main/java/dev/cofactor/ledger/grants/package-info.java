// SPDX-License-Identifier: Apache-2.0
/**
 * What was asked for and what was agreed: requests, proposed changes, approvals, and what is left of them.
 *
 * <p>A grant says "X may do A on S until T, n times, because Z approved" and carries the hash of the approval clause
 * it met. Tightening that clause, or Z losing standing, ends what is not yet used; a restore ends all of them. A use
 * is a claim, counted in the transaction that records the release, so the last use is won once, under any concurrency.
 *
 * <p>A proposed change waits here as it was proposed and is applied by the gate under the world of the day it is
 * agreed to.
 *
 * <p>The room never decides: that a grant meets a clause is found by the policy at the moment of use.
 */
@NullMarked
package dev.cofactor.ledger.grants;

import org.jspecify.annotations.NullMarked;
