// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.ground.problem.Problem;
import java.util.Locale;

/** Rooms word their problems for programs; a page shows a sentence. */
public final class Words {
    static final String NOT_THE_SAME = "The two are not the same.";

    private Words() {}

    public static String sentence(Problem problem) {
        return sentence(String.valueOf(problem.getMessage()));
    }

    public static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
