// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import java.text.Normalizer;

/** What something is for, in a few lines of free text, which may be empty. */
public record Description(String value) {
    public static final Description NONE = new Description("");
    private static final int LONGEST = 1000;

    public Description {
        if (value.codePointCount(0, value.length()) > LONGEST
                || !value.codePoints().allMatch(one -> one == '\n' || DisplayName.isPlain(one))) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "description-invalid",
                    "a description has at most 1000 characters, none of them a control character but the end of a line");
        }
    }

    /** As typed, in the one spelling that is stored. */
    public static Description of(String typed) {
        return new Description(Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip());
    }
}
