// SPDX-License-Identifier: Apache-2.0
/**
 * What the rules come to, told to whoever has to know: why somebody may or may not, who can do something, what other rules
 * would change; and to everybody what he himself could do now and what is missing for it.
 *
 * <p>Nothing is reasoned a second time. A question about somebody is asked as the gate would ask it, by the same facts and the
 * same code; questions about all are asked of {@code foresight}, which asks the same engine.
 *
 * <p>Policies, names and reasons are for those who hold {@code access.review} or {@code policy.edit}; that somebody else
 * asked is on the log. About personal folders nobody is told anything here. Everybody else hears steps: what he can do
 * about it, never a policy, and nothing of what he may not see.
 *
 * <p>The room changes nothing and opens nothing, and an answer leaves no record. Its work is bounded: so many questions at a
 * time, each of so many, in so long; an answer that is not complete says so.
 */
@NullMarked
package dev.cofactor.desk.insight;

import org.jspecify.annotations.NullMarked;
