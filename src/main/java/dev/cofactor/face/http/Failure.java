// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A failure on its way out: everything in it may be shown. */
record Failure(int status, String code, String detail, Optional<Duration> retryAfter, Map<String, Object> members) {
    private static final Pattern PASSING = Pattern.compile("(08|53|57P).*|25006");
    private static final Optional<Duration> SHORTLY = Optional.of(Duration.ofSeconds(1));

    Failure(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), Map.of());
    }

    /** Whoever is turned away for now is told when to come back, whatever the reason. */
    static Failure of(Problem problem) {
        return new Failure(
                status(problem.kind()),
                problem.code(),
                String.valueOf(problem.getMessage()),
                problem.retryAfter().or(() -> status(problem.kind()) == 503 ? SHORTLY : Optional.empty()),
                problem.members());
    }

    static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case CHANGED_MEANWHILE -> 412;
            case TOO_LARGE -> 413;
            case CONDITION_MISSING -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** For failures that the framework found and that know no more than a status. */
    static Failure of(int status) {
        return switch (status) {
            case 400 -> new Failure(400, "malformed", "the request cannot be understood");
            case 401 -> new Failure(401, "unauthenticated", "a valid credential is needed");
            case 403 -> new Failure(403, "denied", "this is not allowed");
            case 404 -> new Failure(404, "not-found", "there is nothing here, or nothing you may see");
            case 405 -> new Failure(405, "method-not-allowed", "this method is not offered here");
            case 406 -> new Failure(406, "not-acceptable", "none of the accepted types is offered here");
            case 408 -> new Failure(408, "timeout", "the request took too long to arrive");
            case 411 -> new Failure(411, "length-required", "the body must say how long it is");
            case 413 -> new Failure(413, "too-large", "the body is larger than allowed here");
            case 414 -> new Failure(414, "address-too-long", "the address is longer than allowed");
            case 415 -> new Failure(415, "unsupported-media-type", "bodies of this type are not taken here");
            case 431 -> new Failure(431, "headers-too-large", "the headers are larger than allowed");
            case 501 -> new Failure(501, "method-unknown", "this method is not known");
            case 503 -> away();
            default ->
                status >= 400 && status < 500 ? new Failure(status, "refused", "the request is refused") : unexpected();
        };
    }

    /**
     * The database cannot be reached, is short of something, is being restarted or was written to although it follows another one:
     * asking again later may help. Only the pool gives no state, when it has waited for a connection in vain.
     */
    static boolean isPassing(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null || PASSING.matcher(state).matches();
    }

    static Failure away() {
        return new Failure(503, "overloaded", "too much to do at the moment", SHORTLY, Map.of());
    }

    static Failure unexpected() {
        return new Failure(500, "unexpected", "something went wrong here; the request id finds it in the log");
    }
}
