// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with duties. */
final class DutyRefused extends Problem {
    private static final long serialVersionUID = 1;

    private DutyRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static DutyRefused invalid(String rule) {
        return new DutyRefused(Kind.INVALID, "required-action-invalid", rule);
    }

    static DutyRefused notFound() {
        return new DutyRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static DutyRefused stands() {
        return new DutyRefused(Kind.CONFLICT, "required-action-stands", "this is asked there already");
    }
}
