// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door stays shut. */
public final class Refused extends Problem {
    private static final String BUSY = "busy";
    private static final String OVERLOADED = "overloaded";
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final transient Won.@Nullable First holder;
    private final transient List<Way> ways;

    private Refused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        this(kind, code, message, retryAfter, null);
    }

    private Refused(Kind kind, String code, String message, @Nullable Duration retryAfter, Won.@Nullable First holder) {
        super(kind, code, message, retryAfter, Map.of(), null);
        this.holder = holder;
        this.ways = List.of();
    }

    private Refused(String code, String message, List<Way> ways) {
        super(Kind.FORBIDDEN, code, message, null, Map.of("ways", Needed.left(ways)), null);
        this.holder = null;
        this.ways = List.copyOf(ways);
    }

    /** Allowed once something is done, in any of these ways, the cheapest first. Empty for every other refusal. */
    public List<Way> ways() {
        return ways;
    }

    /** Somebody else has it: after a while it is worth asking again. */
    public boolean isBusy() {
        return code().equals(BUSY);
    }

    /** Nothing was decided against it: it could not be decided now. */
    public boolean isOverload() {
        return code().equals(OVERLOADED);
    }

    /** Who has it, where somebody does. It is not in the answer: whether the caller may hear of him is not known here. */
    public Optional<Won.First> holder() {
        return Optional.ofNullable(holder);
    }

    /** What can be done about it is in the answer. */
    static Refused missing(List<Way> ways) {
        return switch (Needed.first(ways)) {
            case Need.Reason reason -> new Refused("reason-required", "a reason is needed", ways);
            case Need.Ticket ticket -> new Refused("reason-required", "a ticket is needed", ways);
            case Need.StepUp stepUp ->
                new Refused("step-up-required", "prove once more that it is you, and ask again", ways);
            case Need.Approval approval -> new Refused("approval-required", "somebody has to approve it", ways);
            case Need.BreakGlass glass ->
                new Refused("approval-required", "nobody has approved it; in an emergency you may take it", ways);
        };
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

    static Refused tooMany(Duration until) {
        return new Refused(Kind.TOO_MANY, "too-many", "too many in this time", until);
    }

    static Refused keyUsedOtherwise() {
        return new Refused(
                Kind.CONFLICT, "idempotency-key-reused", "this key was used for a request that was not this one", null);
    }

    static Refused grantEnded() {
        return new Refused(Kind.FORBIDDEN, "approval-expired", "the approval is used up or has ended", null);
    }

    static Refused showingEnded() {
        return new Refused(
                Kind.CONFLICT,
                "showing-ended",
                "a code is kept showing for a short while after it was asked for",
                null);
    }

    static Refused poolEmpty() {
        return new Refused(Kind.CONFLICT, "pool-empty", "no backup code is left", null);
    }

    static Refused givenBack() {
        return new Refused(
                Kind.CONFLICT, "code-given-back", "the code of this key was given back: ask under another key", null);
    }

    static Refused restored() {
        return new Refused(
                Kind.CONFLICT,
                "restored",
                "the database was put back from a copy, which does not know what went out since: somebody who may edit the"
                        + " secret has to say what the site expects, or enter new backup codes",
                null);
    }

    static Refused unconfirmed() {
        return new Refused(
                Kind.UNAVAILABLE,
                "restored-unconfirmed",
                "the database was put back from a copy, and nothing leaves it until whoever runs this server has confirmed it",
                LATER);
    }

    static Refused overloaded(Duration retryAfter) {
        return new Refused(Kind.UNAVAILABLE, OVERLOADED, "too much to do at the moment", retryAfter);
    }

    static Refused clockOff() {
        return new Refused(
                Kind.UNAVAILABLE,
                "clock-off",
                "the clocks of the server and of its database differ too much for a code to be right",
                null);
    }

    /** What cannot be recorded does not happen. */
    static Refused unrecorded() {
        return new Refused(
                Kind.UNAVAILABLE, "log-unavailable", "this cannot be recorded now, so it is not done", SHORTLY);
    }
}
