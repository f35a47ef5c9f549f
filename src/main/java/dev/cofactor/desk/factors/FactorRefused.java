// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with one's own factors. */
public final class FactorRefused extends Problem {
    private FactorRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** The same for a wrong code and for one that was used before: whoever found one must not learn that it was right. */
    static FactorRefused wrongCode() {
        return new FactorRefused(Kind.FORBIDDEN, "wrong-code", "this is not a code that can be used now");
    }

    static FactorRefused gone() {
        return new FactorRefused(Kind.CONFLICT, "factor-gone", "this waits no more: begin again");
    }

    static FactorRefused most() {
        return new FactorRefused(
                Kind.CONFLICT, "factor-most", "there are " + Factors.MOST + " apps already: remove one before");
    }

    static FactorRefused demanded() {
        return new FactorRefused(
                Kind.CONFLICT, "factor-demanded", "a rule asks you for a second factor, so the last one stays");
    }

    static FactorRefused none() {
        return new FactorRefused(Kind.CONFLICT, "factor-missing", "there is no second factor yet: add one before");
    }

    static FactorRefused notFound() {
        return new FactorRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
