// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a federation. */
final class FederationRefused extends Problem {
    private static final long serialVersionUID = 1;

    private FederationRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static FederationRefused invalid(String rule) {
        return new FederationRefused(Kind.INVALID, "federation-invalid", rule);
    }

    /** It would let in programs of strangers. */
    static FederationRefused tooWide(String rule) {
        return new FederationRefused(Kind.INVALID, "federation-too-wide", rule);
    }

    static FederationRefused changed() {
        return new FederationRefused(
                Kind.CHANGED_MEANWHILE, "changed-meanwhile", "somebody has changed it since you looked");
    }

    static FederationRefused ended() {
        return new FederationRefused(Kind.CONFLICT, "federation-ended", "it has ended; what has ended is not changed");
    }

    static FederationRefused unseen() {
        return new FederationRefused(
                Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen");
    }

    static FederationRefused notFound() {
        return new FederationRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
