// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.ground.problem.Problem;

/** Why nothing can be said of a release. */
final class OutcomeRefused extends Problem {
    private static final long serialVersionUID = 1;

    private OutcomeRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static OutcomeRefused malformed() {
        return new OutcomeRefused(
                Kind.INVALID, "outcome-malformed", "send result: used, rejected, or of a backup code not-used");
    }

    static OutcomeRefused unfit() {
        return new OutcomeRefused(
                Kind.INVALID,
                "outcome-unfit",
                "only a backup code can be kept for later; a live code is over by itself");
    }

    static OutcomeRefused saidAlready() {
        return new OutcomeRefused(Kind.CONFLICT, "outcome-known", "what became of it was said already");
    }

    static OutcomeRefused noHelp() {
        return new OutcomeRefused(
                Kind.CONFLICT,
                "help-not-open",
                "the owners are asked once, after it was reported that the site refused it");
    }

    static OutcomeRefused nobodyToAsk() {
        return new OutcomeRefused(Kind.CONFLICT, "no-owner", "nobody owns this who could be asked");
    }

    static OutcomeRefused unauthenticated() {
        return new OutcomeRefused(Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
    }

    static OutcomeRefused notFound() {
        return new OutcomeRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
