// SPDX-License-Identifier: Apache-2.0
/**
 * The one door. Whatever is precious lies behind it, and there is no other way and no switch to leave it open.
 *
 * <p>It has three verbs. {@code release}: decide, record, and when the record is durably committed, open. {@code
 * change}: decide, then write and record in one transaction, head row first. {@code note}: record a fact that has no
 * allowed actor, such as a failed sign-in. Refusals are recorded too, committed on their own, and answered after that
 * commit.
 *
 * <p>A decision is taken in memory under a version of the world; the appender hands it back if that version has moved,
 * and it is taken again. After the third time the caller is told to come later. If the record cannot be written
 * nothing is released, and an unknown outcome counts as not written. So what the log holds may exceed what left, and
 * never falls short of it, and no release has a higher index than the revocation that forbids it.
 *
 * <p>The gate does not know what it releases, who is at the other end, or HTTP. Every desk calls it; nothing below
 * does.
 */
@NullMarked
package dev.cofactor.gate;

import org.jspecify.annotations.NullMarked;
