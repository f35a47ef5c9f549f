// SPDX-License-Identifier: Apache-2.0
/**
 * After a restore: what the copy says that was put back, and the word of whoever has the host that it may be gone by. Until
 * that word is on the log, nothing sealed leaves, whoever asks: the log itself holds it back, under the head's lock.
 *
 * <p>It says numbers and times, and no name. The number of the edition has to be given back, so that nobody confirms what he has
 * not looked at, or what somebody changed since he looked. It ends nothing and unlocks nothing else: services, agents and
 * federations are made active again one by one, counters and pools where their secrets are.
 *
 * <p>Only the command line calls it.
 */
@NullMarked
package dev.cofactor.desk.restored;

import org.jspecify.annotations.NullMarked;
