// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the forms of these pages have in common. */
final class Forms {
    /** What an id looks like in an address. */
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    static final int UNFIT = 422;

    private static final Pattern SHAPE = Pattern.compile(ID);

    private Forms() {}

    /** What is wrong with what was typed goes back to whoever typed it; the rest is an answer of its own. */
    static String fault(Problem why) {
        return Words.fault(why, Problem.Kind.INVALID, Problem.Kind.CONFLICT);
    }

    /** Whoever has no script reads a time as it stands. */
    static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of a list, in which nothing was chosen or somebody wrote what is not there. */
    static UUID chosen(String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new Problem(Problem.Kind.INVALID, "nothing-chosen", "choose one of the list");
        }
        return UUID.fromString(value);
    }
}
