// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.problem;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure the caller may be told about: its message and members are safe to show, so neither may ever hold what the
 * caller sent. Rooms extend it; {@code http} alone knows how it looks outside.
 */
public class Problem extends RuntimeException {
    private final Kind kind;
    private final String code;
    private final @Nullable Duration retryAfter;
    private final Map<String, Object> members;

    /** What went wrong, in the few ways a program can react to. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        CHANGED_MEANWHILE,
        TOO_LARGE,
        CONDITION_MISSING,
        TOO_MANY,
        UNAVAILABLE
    }

    public Problem(Kind kind, String code, String message) {
        this(kind, code, message, null, Map.of(), null);
    }

    /** @param code stable, in kebab case: programs compare it */
    protected Problem(
            Kind kind,
            String code,
            String message,
            @Nullable Duration retryAfter,
            Map<String, Object> members,
            @Nullable Throwable cause) {
        // No stack trace: refusals come in floods, and where they were thrown tells nobody anything.
        super(message, cause, false, false);
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
        this.members = Map.copyOf(members);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Further members of the problem document, such as the id of an approval request. */
    public Map<String, Object> members() {
        return members;
    }
}
