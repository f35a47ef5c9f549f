// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People with apps of their own, for tests. */
@Singleton
class Owner {
    static final Again.Typed NOTHING = new Again.Typed("", "");

    private final Newcomers newcomers;
    private final EnrolDesk enrolling;
    private final RecoveryDesk keeping;
    private final People people;
    private final Gate gate;

    Owner(Newcomers newcomers, EnrolDesk enrolling, RecoveryDesk keeping, People people, Gate gate) {
        this.people = people;
        this.newcomers = newcomers;
        this.enrolling = enrolling;
        this.keeping = keeping;
        this.gate = gate;
    }

    /** @param codes what was shown of recovery codes, if anything was */
    record Enrolled(Caller caller, Authenticator app, Optional<RecoveryCodes.Draft> codes) {
        UUID person() {
            return caller.actor().id();
        }

        /** What he types to prove himself; a step later each time, or it would be used. */
        Again.Typed typed() {
            Clocks.goOn(Duration.ofSeconds(30));
            return new Again.Typed(Newcomers.PASSWORD, app.code(0));
        }

        List<String> recovery() {
            return codes.orElseThrow().codes();
        }
    }

    Caller nobodyYet() {
        return newcomers.signedIn(newcomers.settled());
    }

    /** Somebody with one app, who keeps his recovery codes. */
    Enrolled enrolled() {
        Enrolled made = another(nobodyYet(), NOTHING);
        keeping.keep(made.caller(), made.codes().orElseThrow().set());
        return made;
    }

    Enrolled another(Caller caller, Again.Typed typed) {
        enrolling.begin(caller, "a phone", typed);
        Authenticator app = pending(caller);
        return new Enrolled(caller, app, enrolling.prove(caller, app.code(0)));
    }

    Authenticator pending(Caller caller) {
        try (EnrolDesk.Shown shown = enrolling.shown(caller).orElseThrow()) {
            String key = new String(shown.key().reveal(), StandardCharsets.US_ASCII);
            assertThat(key).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
            return new Authenticator(key);
        }
    }

    /** Another session of the same person. */
    Caller elsewhere(Person person) {
        return newcomers.signedIn(person);
    }

    Caller elsewhere(Enrolled enrolled) {
        return newcomers.signedIn(people.find(enrolled.person()).orElseThrow());
    }

    /** Uses a code, as a sign-in would. */
    boolean use(Match match) {
        Fact fact = Fact.done(Caller.HOST, EventClass.SESSION_OPENED, new Subject(Subject.Kind.PERSON, match.app()));
        return gate.note(fact, Moves.NOTHING, at -> {
            boolean used = match.consume();
            return new Done<>(used, Details.none(), used ? match.tells(at) : List.of());
        });
    }
}
