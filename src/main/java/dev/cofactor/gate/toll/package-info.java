// SPDX-License-Identifier: Apache-2.0
/**
 * What it costs to pass the door, as claims that are settled in the transaction that records: a place within the general limits
 * and within those of the policies, a use of a grant, a word to those who are to be told.
 *
 * <p>Whatever opens a sealed value, takes a code or tries one is counted for the actor and for the secret, by what it does and not
 * by the route it came: a new way to a code is limited before anybody thinks of it. The limit of an actor is below that of a
 * secret, so that one who asks too often shuts himself out and nobody else. What comes to nothing is not counted, nor who only
 * sees again what he has.
 *
 * <p>It decides nothing and writes nothing: the gate asks it, and the log's claims keep the numbers.
 */
@NullMarked
package dev.cofactor.gate.toll;

import org.jspecify.annotations.NullMarked;
