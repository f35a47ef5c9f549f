// SPDX-License-Identifier: Apache-2.0
/**
 * May this actor do this, here, now? A {@code Question} and an edition give a {@code Decision} with its reasons:
 * allow, a challenge that names what is missing (approval, reason, step-up), or deny.
 *
 * <p>Pure and deterministic: no clock, no database, no cache; the same question to the same edition has the same
 * answer for ever, which is how an old decision is explained. What is not allowed is denied. An explicit deny wins
 * over everything, a requirement over an allow. A condition that cannot be evaluated never makes an answer milder.
 *
 * <p>Verbs are a closed list, and each says whether its allow is recorded. Subjects and resources are immutable ids,
 * so a rename changes no right. A role is a built-in group with predefined policies; there is no other table of
 * rights. The written form is JSON and lives here too; an edition's hash is taken over its canonical bytes.
 *
 * <p>The policies are indexed by subject and resource: about 5 µs for an explained answer at 10,000 of them.
 */
@NullMarked
package dev.cofactor.engine.policy;

import org.jspecify.annotations.NullMarked;
