// SPDX-License-Identifier: Apache-2.0
/**
 * What makes guessing dear: attempts that are counted, and passwords that nobody would try first.
 *
 * <p>Attempts are booked in the database before what was typed is looked at, under the one spelling of the account's
 * name, whether there is such an account or not: no restart, no second node and no crowd begins anew.
 *
 * <p>The room knows no person and opens no session. Whoever asks for a password, a code or a recovery code books here
 * first, all for one account in the same place: who has guessed too often at one of them does not go on at another.
 */
@NullMarked
package dev.cofactor.desk.guessing;

import org.jspecify.annotations.NullMarked;
