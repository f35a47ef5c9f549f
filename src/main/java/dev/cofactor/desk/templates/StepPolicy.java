// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.events.Claim;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may have the code of one time step. */
public enum StepPolicy {
    EXCLUSIVE(
            Claim.Sharing.EXCLUSIVE,
            "one session owns the step and may see its code again until it ends; anyone else gets a later step"),
    SAME_ACTOR(
            Claim.Sharing.SAME_ACTOR,
            "one person or machine owns the step, on any device; anyone else gets a later step"),
    SHARED(Claim.Sharing.SHARED, "everybody gets the current code and is told who took it seconds ago");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Claim.Sharing sharing;
    private final String sentence;

    StepPolicy(Claim.Sharing sharing, String sentence) {
        this.sharing = sharing;
        this.sentence = sentence;
    }

    public String word() {
        return word;
    }

    /** What it means, for whoever chooses. */
    public String sentence() {
        return sentence;
    }

    /** As the log settles it. */
    public Claim.Sharing sharing() {
        return sharing;
    }

    public static Optional<StepPolicy> find(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word.equals(word))
                .findFirst();
    }
}
