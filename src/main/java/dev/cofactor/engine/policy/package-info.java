// SPDX-License-Identifier: Apache-2.0
/**
 * May this actor do this, here, now? A {@code Question} and an {@code Edition} give a {@code Decision} with its reasons:
 * allow, a challenge that names what is missing, or deny.
 *
 * <p>Pure and deterministic: no clock, no database, no decision kept; the same question to the same edition has the same answer
 * for ever, which is how an old decision is explained. A question brings all facts with it, closures of groups and folders
 * included.
 *
 * <p>Invariants: what is not allowed is denied; a deny wins over everything; order and repetition say nothing; an agent is
 * never more than the person it acts for; an allow reaches a personal folder only by naming the asker's own; what nobody
 * could find out lets nobody in; every way to an allow holds all that the requirements which are on ask, and ways are never
 * summed up; what is a draft or disabled decides nothing.
 *
 * <p>Verbs are a closed list, and each says whether its allow is recorded. Subjects and resources are immutable ids, so a
 * rename changes no right. The written form is JSON, read strictly and written in one spelling, over which an edition's
 * hash is taken: src/docs/design/policy-documents.md. Policies are indexed by subject and resource, so their number
 * hardly matters.
 */
@NullMarked
package dev.cofactor.engine.policy;

import org.jspecify.annotations.NullMarked;
