// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import java.util.Locale;

/** What a challenge is for. An answer to one of another purpose is none. */
public enum Purpose {
    REGISTER,
    SIGN_IN,
    STEP_UP;

    /** As it stands in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
