// SPDX-License-Identifier: Apache-2.0
/**
 * What somebody could do himself now, told in steps: what is missing, whom to ask, when it opens by itself.
 *
 * <p>Asked as if he fetched the code, by the same facts and the same code as at the gate. He hears of no policy, and of nothing
 * that he may not see: about that he is refused, on the log, in the words in which what is not there is refused. Whom to ask
 * is named to people; what a program is told lies about in files.
 *
 * <p>Nothing is opened, taken or counted here, and an answer leaves no record: a limit may be reached, and a grant used up,
 * by the time he asks in earnest.
 */
@NullMarked
package dev.cofactor.desk.access;

import org.jspecify.annotations.NullMarked;
