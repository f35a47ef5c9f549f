// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.gate.world.Credentials;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened without anybody having to be allowed to: a failed sign-in, one's own doing, the host's.
 *
 * @param claims what must stand for it to have happened
 * @param agentsToo whether an agent may do it of its own accord: ask for something, and take back what it asked
 */
public record Fact(
        Caller caller,
        EventClass kind,
        Optional<Subject> about,
        Outcome outcome,
        Details details,
        List<Claim> claims,
        boolean agentsToo) {
    public Fact(
            Caller caller,
            EventClass kind,
            Optional<Subject> about,
            Outcome outcome,
            Details details,
            List<Claim> claims) {
        this(caller, kind, about, outcome, details, claims, false);
    }

    public static Fact done(Caller caller, EventClass kind, Subject about) {
        return new Fact(caller, kind, Optional.of(about), Outcome.DONE, Details.none(), List.of());
    }

    public static Fact failed(Caller caller, EventClass kind, Optional<Subject> about) {
        return new Fact(caller, kind, about, Outcome.FAILED, Details.none(), List.of());
    }

    public static Fact refused(Caller caller, EventClass kind) {
        return new Fact(caller, kind, Optional.empty(), Outcome.REFUSED, Details.none(), List.of());
    }

    Fact about(Optional<Subject> whose) {
        return new Fact(caller, kind, whose, outcome, details, claims, agentsToo);
    }

    public Fact saying(Details particulars) {
        return new Fact(caller, kind, about, outcome, particulars, claims, agentsToo);
    }

    /** Only if this is won besides. */
    public Fact taking(Claim claim) {
        List<Claim> all = Stream.concat(claims.stream(), Stream.of(claim)).toList();
        return new Fact(caller, kind, about, outcome, details, all, agentsToo);
    }

    /** Only while the caller's session stands. */
    public Fact whileSignedIn() {
        return new Fact(caller, kind, about, outcome, details, Credentials.claims(caller), agentsToo);
    }

    /** Also an agent's own doing: whoever it acts for has to answer for what it asks. */
    public Fact byAgentsToo() {
        return new Fact(caller, kind, about, outcome, details, claims, true);
    }
}
