// SPDX-License-Identifier: Apache-2.0
/**
 * How a person proves who they are: password, second step, recovery, sessions, stepping up, single sign-on.
 *
 * <p>Passwords are hashed outside any transaction, and a name that does not exist costs the same work as a wrong password;
 * guesses are booked in {@code guessing}. A session is a row, all tabs of one sign-in; the cookie carries a random value of
 * which the row holds a hash. Ending the row ends the session at once, on every node.
 *
 * <p>A row says how far its sign-in has come. Whoever has a factor has half a session after his password, which opens
 * nothing and is none to the log; a code is used up, the half ends and the whole begins in one change, under another token.
 * A {@link dev.cofactor.desk.signin.Session} carries the first barrier that stands before everything else, looked for at
 * each request: what is asked of somebody holds for sessions that were there before. Credentials for programs ({@code
 * cfp_…}) are sessions too, live at most 12 hours, and are silent behind a barrier.
 *
 * <p>Failures are noted on the log through {@code gate.note} and told in one sentence, whichever part was wrong. The room
 * keeps no factor and no duty, and knows no rights: what a signed-in person may do is asked elsewhere, each time.
 */
@NullMarked
package dev.cofactor.desk.signin;

import org.jspecify.annotations.NullMarked;
