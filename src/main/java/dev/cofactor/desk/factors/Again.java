// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody does to his own factors only after he has proved once more that it is him. */
@ApplicationScoped
public class Again {
    private final Reauthentication reauthentication;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final Gate gate;

    Again(Reauthentication reauthentication, Factors factors, RecoveryCodes recovery, Gate gate) {
        this.reauthentication = reauthentication;
        this.factors = factors;
        this.recovery = recovery;
        this.gate = gate;
    }

    /**
     * What he typed for it.
     *
     * @param code of an app, or a recovery code
     */
    public record Typed(String password, String code) {
        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    /** Right when it was looked at; the code is used up by the change it is for. */
    record Proof(Caller caller, Match match, Reauthentication.Attempt attempt) {}

    /** No transaction is open. @param deed what it is for, by which a failure is found on the log */
    Proof proof(Caller caller, Typed typed, EventClass deed) {
        Reauthentication.Attempt attempt = reauthentication.begin(caller, typed.password());
        return match(caller.actor().id(), typed.code())
                .map(match -> new Proof(caller, match, attempt))
                .orElseThrow(() -> wrong(caller, deed));
    }

    /** Whether somebody has to prove it before he adds a factor: the first one needs no other, nor does one in place of a lost one. */
    boolean isAskedToAdd(Caller caller, boolean enrolled) {
        return enrolled && !reauthentication.isRecovering(caller);
    }

    private Optional<Match> match(UUID person, String typed) {
        return factors.check(person, typed)
                .or(() -> recovery.check(person, typed).map(Match.class::cast));
    }

    /** Does what was proved for, and records both at once. */
    <T> T change(Proof proof, EventClass deed, Function<Done.Moment, Done<T>> work) {
        Fact fact = Fact.done(proof.caller(), deed, subject(proof.caller()))
                .saying(Details.none().with(Name.METHOD, proof.match().method()))
                .whileSignedIn();
        T result = note(fact, at -> consumed(proof.match(), at, work));
        proof.attempt().succeeded();
        return result;
    }

    /** Does something and records it; if it turns out that it cannot be done, that is recorded. */
    <T> T note(Fact fact, Function<Done.Moment, Done<T>> work) {
        try {
            return gate.note(fact, Moves.NOTHING, work);
        } catch (FactorRefused e) {
            throw failed(fact.caller(), fact.kind(), e);
        }
    }

    private static <T> Done<T> consumed(Match match, Done.Moment at, Function<Done.Moment, Done<T>> work) {
        if (!match.consume()) {
            throw FactorRefused.wrongCode(); // somebody used it in between
        }
        List<Claim.Tell> tells = match.tells(at);
        Done<T> done = work.apply(at);
        List<Claim.Tell> all =
                Stream.concat(tells.stream(), done.tells().stream()).toList();
        return new Done<>(done.result(), done.details(), all);
    }

    /** On the log before it is told. */
    FactorRefused wrong(Caller caller, EventClass deed) {
        return failed(caller, deed, FactorRefused.wrongCode());
    }

    /** The same for any other reason why it is not done. */
    FactorRefused failed(Caller caller, EventClass deed, FactorRefused why) {
        gate.note(Fact.failed(caller, deed, Optional.of(subject(caller)))
                .saying(Details.none().with(Name.CODE, why.code())));
        return why;
    }

    static Subject subject(Caller caller) {
        return new Subject(Subject.Kind.PERSON, caller.actor().id());
    }
}
