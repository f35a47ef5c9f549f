// SPDX-License-Identifier: Apache-2.0
/**
 * Where the house is put together: the main class, its modes, and {@code Wiring}, which makes the clock and the
 * randomness that every other room is given.
 *
 * <p>Without a database URL it starts for evaluation: everything binds to loopback, the root key and the first
 * administrator's password lie in the data directory, readable by their owner, and the banner says what that is worth.
 * With one it is production, and refuses to start without {@code cofactor.url}, with the root key inside the data
 * directory, or without TLS or a declared proxy; the schema is then moved by {@code cofactor migrate}, with the
 * owner's credentials. Both are the same program: neither has a gate, a policy or a log that the other lacks.
 *
 * <p>{@code migrate}, {@code admin} and the signer run without HTTP, and a command given on the machine is on the log
 * like one given through a page. Nobody imports this room.
 */
@NullMarked
package dev.cofactor.start;

import org.jspecify.annotations.NullMarked;
