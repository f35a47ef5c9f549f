// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a terminal is not signed in. */
public final class TerminalRefused extends Problem {
    private static final long serialVersionUID = 1;

    private TerminalRefused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        super(kind, code, message, retryAfter, Map.of(), null);
    }

    static TerminalRefused malformed(String rule) {
        return new TerminalRefused(Kind.INVALID, "terminal-malformed", rule, null);
    }

    /** Never there, over, or used: the same to the letter. */
    static TerminalRefused notFound() {
        return new TerminalRefused(
                Kind.NOT_FOUND,
                "not-found",
                "no terminal waits for this code: it was mistyped, or its time is over",
                null);
    }

    static TerminalRefused saidNo() {
        return new TerminalRefused(Kind.FORBIDDEN, "terminal-refused", "its person said no", null);
    }

    static TerminalRefused noFactor() {
        return new TerminalRefused(
                Kind.FORBIDDEN, "factor-needed", "only somebody with a second factor lets a terminal in", null);
    }

    static TerminalRefused tooMany(Duration until) {
        return new TerminalRefused(Kind.TOO_MANY, "too-many", "too many terminals wait there already", until);
    }

    static TerminalRefused overloaded(Duration until) {
        return new TerminalRefused(Kind.UNAVAILABLE, "overloaded", "too many terminals wait at the moment", until);
    }
}
