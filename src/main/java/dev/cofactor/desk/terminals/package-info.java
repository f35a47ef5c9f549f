// SPDX-License-Identifier: Apache-2.0
/**
 * Terminals that ask to be signed in: one shows a short code, its person types that on a page and says yes, and the terminal
 * gets a credential for programs of his.
 *
 * <p>Whoever asks is a stranger and gets nothing by asking. Yes is said by a session that stands and has proved a second factor
 * lately, never over the API. A credential is handed out once, to whoever holds the other secret, and only while the session
 * that said yes still stands. Rows hold hashes and last for minutes; both words of the person are on the log.
 */
@NullMarked
package dev.cofactor.desk.terminals;

import org.jspecify.annotations.NullMarked;
