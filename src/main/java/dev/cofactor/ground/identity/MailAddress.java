// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import dev.cofactor.ground.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where mail goes: the plain form alone, in ASCII. No quotes, comments, blanks or line ends, so that nothing can be hidden
 * in one that becomes a second address or another header.
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(WORD + "(?:\\." + WORD + ")*@" + LABEL + "(?:\\." + LABEL + ")+", Pattern.CASE_INSENSITIVE);

    public MailAddress {
        // The length first: nothing is matched that is long.
        if (value.length() > LONGEST
                || value.indexOf('@') > LONGEST_LOCAL
                || !FORM.matcher(value).matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "mail-invalid",
                    "a mail address is like `somebody@example.org`: 254 plain characters at most, and no blanks or quotes");
        }
    }

    /** As typed; of the host, upper and lower case are one. */
    public static MailAddress of(String typed) {
        int at = typed.lastIndexOf('@') + 1;
        return new MailAddress(typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT));
    }
}
