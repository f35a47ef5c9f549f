// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** One segment of a path. It cannot be taken for an id, nor for anything that a file system or an address treats apart. */
public record Slug(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public Slug {
        if (!isOne(value)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "slug-invalid",
                    "a slug has 1 to 63 letters a-z, digits and . _ -, begins with a letter or digit, and is no id");
        }
    }

    public static Optional<Slug> find(String text) {
        return isOne(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return SHAPE.matcher(text).matches() && !PublicId.looksLikeOne(text);
    }
}
