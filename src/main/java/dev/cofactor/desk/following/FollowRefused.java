// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why somebody cannot follow. */
final class FollowRefused extends Problem {
    private static final long serialVersionUID = 1;
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private FollowRefused(
            Kind kind, String code, String message, @Nullable Duration again, Map<String, Object> members) {
        super(kind, code, message, again, members, null);
    }

    static FollowRefused unknown() {
        return new FollowRefused(
                Kind.INVALID, "unknown-parameter", "there is a parameter that is not known here", null, Map.of());
    }

    /** @param name one of ours */
    static FollowRefused malformed(String name) {
        return new FollowRefused(
                Kind.INVALID,
                "malformed-parameter",
                "a parameter is not as it should be, or there are too many of it",
                null,
                Map.of("parameter", name));
    }

    /** Indexes count from 0 in each epoch: to go on in another as if nothing were would leave something out. */
    static FollowRefused otherEpoch(int epoch) {
        return new FollowRefused(
                Kind.CONFLICT,
                "epoch-changed",
                "the log is in another epoch: follow it from its beginning",
                null,
                Map.of("epoch", epoch));
    }

    static FollowRefused beyond() {
        return new FollowRefused(Kind.CONFLICT, "beyond-the-end", "the log does not reach that far", null, Map.of());
    }

    static FollowRefused ended() {
        return new FollowRefused(Kind.UNAUTHENTICATED, "session-ended", "the session has ended", null, Map.of());
    }

    static FollowRefused full() {
        return new FollowRefused(
                Kind.UNAVAILABLE, "overloaded", "too many follow the log at the moment", COME_BACK, Map.of());
    }
}
