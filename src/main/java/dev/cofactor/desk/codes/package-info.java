// SPDX-License-Identifier: Apache-2.0
/**
 * Live codes of seeds, by step and by counter: what Cofactor is for.
 *
 * <p>A step of a seed is given to one requester, across all nodes, by a constraint in the database; its key is the
 * seed's keyed fingerprint, so the same seed in two secrets is one seed under the stricter policy. A template says
 * whether a step is {@code exclusive} (one session), {@code same-actor} or {@code shared}. No code leaves before its
 * step begins; a caller who asks for the next one waits for it, at most {@code cofactor.wait-max} (50 s), and while he
 * waits nothing is held, no thread either, and afterwards everything is asked again. Whoever came first comes first.
 *
 * <p>The code is computed for the step that was recorded, after the record is committed. Is that step over by then, no
 * code is computed, and the request goes round once more. A counter is used once; under the same idempotency key, for 10 minutes, a caller may see again what was his and consumes nothing
 * more. No answer is stored.
 *
 * <p>It releases through the gate only, and knows seeds by reference until it does.
 */
@NullMarked
package dev.cofactor.desk.codes;

import org.jspecify.annotations.NullMarked;
