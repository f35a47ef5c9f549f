// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Rooms word their problems for programs; a page shows a sentence. */
public final class Words {
    public static final String NOT_THE_SAME = "The two are not the same.";

    private Words() {}

    /**
     * What was wrong with what somebody sent, for him to mend; whatever is of no such kind is an answer of its own.
     *
     * @throws Problem the one given, if it is of none of these kinds
     */
    public static String fault(Problem problem, Problem.Kind... mendable) {
        if (!List.of(mendable).contains(problem.kind())) {
            throw problem;
        }
        return sentence(problem);
    }

    public static String sentence(Problem problem) {
        return sentence(String.valueOf(problem.getMessage()));
    }

    public static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
