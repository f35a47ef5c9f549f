// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.problem.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name somebody signs in with, in the one spelling that is compared and stored. */
public record AccountName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,62}");

    public AccountName {
        if (!SHAPE.matcher(value).matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "account-name-invalid",
                    "an account name has 1 to 63 letters a-z, digits and . _ @ + -, and begins with a letter or digit");
        }
    }

    public static AccountName of(String typed) {
        return new AccountName(canonical(typed));
    }

    /** Empty where the text cannot be anybody's name. */
    public static Optional<AccountName> find(String typed) {
        return Optional.of(canonical(typed))
                .filter(name -> SHAPE.matcher(name).matches())
                .map(AccountName::new);
    }

    /** Also for what is no name: it is counted under this form. */
    public static String canonical(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
