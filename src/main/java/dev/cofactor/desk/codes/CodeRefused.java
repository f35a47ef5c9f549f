// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why there is no code, where the gate has nothing against it. */
final class CodeRefused extends Problem {
    private static final long serialVersionUID = 1;

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private CodeRefused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        this(kind, code, message, retryAfter, Map.of());
    }

    private CodeRefused(
            Kind kind, String code, String message, @Nullable Duration retryAfter, Map<String, Object> members) {
        super(kind, code, message, retryAfter, members, null);
    }

    static CodeRefused malformed(String rule) {
        return new CodeRefused(Kind.INVALID, "code-request-malformed", rule, null);
    }

    static CodeRefused validity() {
        return new CodeRefused(
                Kind.INVALID, "min-validity-too-long", "a code is never good for as long as minValidity asks", null);
    }

    static CodeRefused periodTooLong() {
        return new CodeRefused(
                Kind.INVALID, "wait-too-long", "the following step may begin later than anybody may wait", null);
    }

    /** A counter has no steps to go along with. */
    static CodeRefused cannotBeKept() {
        return new CodeRefused(Kind.CONFLICT, "showing-ended", "a code that counts is not kept showing", null);
    }

    static CodeRefused nothingServes() {
        return new CodeRefused(Kind.CONFLICT, "no-code", "there is no seed here that serves", null);
    }

    /** It was recorded, and twice too late to be of use. */
    static CodeRefused tooLate() {
        return new CodeRefused(
                Kind.UNAVAILABLE, "release-expired", "the code was over before it could leave: ask again", SHORTLY);
    }

    /** @param known when the next step begins; and who has this one, to whoever may know of the secret it was taken through */
    static CodeRefused busy(Duration until, Map<String, Object> known) {
        return new CodeRefused(Kind.TOO_MANY, "busy", "somebody else has it at the moment", until, known);
    }

    static CodeRefused tooManyWait(Duration until) {
        return new CodeRefused(Kind.TOO_MANY, "busy", "too many are waiting already", until);
    }

    static CodeRefused overloaded() {
        return new CodeRefused(Kind.UNAVAILABLE, "overloaded", "too much to do at the moment", SHORTLY);
    }

    /** Nobody reads this. */
    static CodeRefused gone() {
        return new CodeRefused(Kind.TOO_MANY, "busy", "the caller has hung up", SHORTLY);
    }
}
