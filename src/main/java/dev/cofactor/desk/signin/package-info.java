// SPDX-License-Identifier: Apache-2.0
/**
 * How a person proves who they are: password, second factor, recovery, sessions, single sign-on.
 *
 * <p>Passwords are hashed with Argon2id, outside any transaction and two at once, and a name that does not exist costs
 * the same work as a wrong password. Guessing is slowed for each account, in the database, so that no restart and no
 * second node begins anew. A session is a row, all tabs of one sign-in; the cookie carries a random value of which the
 * row holds a hash. Ending the row ends the session at once, on every node. The first administrator's password is good
 * for one thing, setting another.
 *
 * <p>A person's own factor is shown once, to that person, while enrolling; it is no shared secret and has a door of
 * its own in {@code sealing}. A code of it is accepted once.
 *
 * <p>Failures are noted on the log through {@code gate.note} and told in one sentence, whichever part was wrong. The
 * room knows no rights: what a signed-in person may do is asked elsewhere, each time. A credential for programs
 * ({@code cfp_…}) is a session too and lives at most 12 hours.
 */
@NullMarked
package dev.cofactor.desk.signin;

import org.jspecify.annotations.NullMarked;
