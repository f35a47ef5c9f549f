// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;

/** What was wrong with a form, each beside its field: a sentence, or empty. */
record Faults(String form, String label, String password, String code) {
    static final Faults NONE = new Faults("", "", "", "");

    static final int STATUS = 422;

    /** @throws Problem the one given, if it is nothing that can be mended in the form */
    static Faults of(Problem problem) {
        String sentence = Words.sentence(problem);
        return switch (problem.code()) {
            case "name-invalid" -> new Faults("", sentence, "", "");
            case "wrong-password" -> new Faults("", "", sentence, "");
            case "wrong-code" -> new Faults("", "", "", sentence);
            default -> new Faults(Words.fault(problem, Problem.Kind.CONFLICT), "", "", "");
        };
    }

    static Faults ofForm(String sentence) {
        return new Faults(sentence, "", "", "");
    }
}
