// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a service. */
final class MachineRefused extends Problem {
    private static final long serialVersionUID = 1;

    private MachineRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static MachineRefused invalid(String rule) {
        return new MachineRefused(Kind.INVALID, "service-invalid", rule);
    }

    /** There is nothing left to replace. */
    static MachineRefused tokenEnded() {
        return new MachineRefused(Kind.CONFLICT, "token-ended", "this token has ended, or was replaced before");
    }

    static MachineRefused notFound() {
        return new MachineRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
