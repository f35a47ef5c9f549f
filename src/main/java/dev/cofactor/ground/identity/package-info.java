// SPDX-License-Identifier: Apache-2.0
/**
 * Who is asking.
 *
 * <p>An {@code Actor} is a person, a service (a script, a workload) or an agent, which acts for a person and is never
 * more than that person. It carries immutable ids and where they came from: a session, a token, a workload's own JWT.
 * Names for display are looked up where they are shown.
 *
 * <p>The room says who, never what they may: rights are the policy's, groups are the directory's, and a role is a
 * group. It reads no header, cookie or database; whoever has checked a credential builds the actor, and from there on
 * it is passed as a parameter, so that nothing below depends on the thread it runs in. A {@code Caller} is an actor with
 * the credential he showed and the line he called on. Here is also what an id and a name look like, whoever bears them.
 */
@NullMarked
package dev.cofactor.ground.identity;

import org.jspecify.annotations.NullMarked;
