// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

/** What stands between a session and everything else. The first one counts; behind it may be another. */
public enum Barrier {
    /** The password was right, the second step is missing. */
    SECOND_STEP,
    /** Signed in by a recovery code: say that you go on, or set up a factor. */
    RECOVERED,
    /** The password was given by somebody else. */
    SET_PASSWORD,
    /** Another password is asked for. */
    CHANGE_PASSWORD,
    /** A second factor is asked for, and there is none. */
    SET_UP_FACTOR
}
