// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.clauses.Steps;
import java.util.regex.Pattern;

/** What people write to each other here. */
final class Texts {
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}]{1,500}");

    private Texts() {}

    /** One line that says something. */
    static String line(String text) {
        if (!LINE.matcher(text).matches() || Steps.length(text) == 0) {
            throw AccessRefused.malformed("a reason is one line of 1 to 500 characters");
        }
        return text.strip();
    }
}
