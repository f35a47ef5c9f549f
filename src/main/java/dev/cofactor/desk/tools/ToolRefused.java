// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import dev.cofactor.ground.problem.Problem;

/** Why a tool does nothing. Repeats nothing of what was sent. */
final class ToolRefused extends Problem {
    private static final long serialVersionUID = 1;

    private ToolRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static ToolRefused malformed(String message) {
        return new ToolRefused(Kind.INVALID, "tool-request-malformed", message);
    }

    static ToolRefused inTheAddress() {
        return new ToolRefused(
                Kind.INVALID,
                "in-the-address",
                "send everything in the body: addresses are kept in logs, so what was sent in this one is no secret any more");
    }
}
