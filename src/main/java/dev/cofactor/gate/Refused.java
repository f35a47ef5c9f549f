// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door stays shut. */
public final class Refused extends Problem {
    private static final String BUSY = "busy";
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final transient Won.@Nullable First holder;

    private Refused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        this(kind, code, message, retryAfter, null);
    }

    private Refused(Kind kind, String code, String message, @Nullable Duration retryAfter, Won.@Nullable First holder) {
        super(kind, code, message, retryAfter, Map.of(), null);
        this.holder = holder;
    }

    /** Somebody else has it: after a while it is worth asking again. */
    public boolean isBusy() {
        return code().equals(BUSY);
    }

    /** Who has it, where somebody does. It is not in the answer: whether the caller may hear of him is not known here. */
    public Optional<Won.First> holder() {
        return Optional.ofNullable(holder);
    }

    static Refused denied() {
        return new Refused(Kind.FORBIDDEN, "denied", "this is not allowed", null);
    }

    /** Not there, or nothing the caller may know of: the same to the letter. */
    static Refused notFound() {
        return new Refused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see", null);
    }

    static Refused unauthenticated() {
        return new Refused(Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed", null);
    }

    static Refused busy(Duration until, Optional<Won.First> holder) {
        return new Refused(Kind.TOO_MANY, BUSY, "somebody else has it at the moment", until, holder.orElse(null));
    }

    static Refused tooMany() {
        return new Refused(Kind.TOO_MANY, "too-many", "too many in this time", null);
    }

    static Refused keyUsedOtherwise() {
        return new Refused(
                Kind.CONFLICT, "idempotency-key-reused", "this key was used for a request that was not this one", null);
    }

    static Refused grantEnded() {
        return new Refused(Kind.FORBIDDEN, "approval-expired", "the approval is used up or has ended", null);
    }

    static Refused poolEmpty() {
        return new Refused(Kind.CONFLICT, "pool-empty", "no backup code is left", null);
    }

    static Refused overloaded(Duration retryAfter) {
        return new Refused(Kind.UNAVAILABLE, "overloaded", "too much to do at the moment", retryAfter);
    }

    /** What cannot be recorded does not happen. */
    static Refused unrecorded() {
        return new Refused(
                Kind.UNAVAILABLE, "log-unavailable", "this cannot be recorded now, so it is not done", SHORTLY);
    }
}
