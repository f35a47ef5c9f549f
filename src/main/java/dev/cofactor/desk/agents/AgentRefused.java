// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with agents and delegations. */
final class AgentRefused extends Problem {
    private static final long serialVersionUID = 1;

    private AgentRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static AgentRefused invalid(String rule) {
        return new AgentRefused(Kind.INVALID, "request-invalid", rule);
    }

    static AgentRefused notFound() {
        return new AgentRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static AgentRefused denied() {
        return new AgentRefused(Kind.FORBIDDEN, "denied", "this is not allowed");
    }

    static AgentRefused tooMany(int most) {
        return new AgentRefused(
                Kind.CONFLICT, "delegations-too-many", "a person has " + most + " delegations that stand at the most");
    }
}
