// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ledger.directory.Person;
import jakarta.inject.Singleton;
import java.util.UUID;

/** People with keys. */
@Singleton
class KeyBearers {
    private final Newcomers newcomers;
    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final Gate gate;
    private final Home home;

    KeyBearers(Newcomers newcomers, Passkeys passkeys, PasskeyDesk desk, Gate gate, Home home) {
        this.newcomers = newcomers;
        this.passkeys = passkeys;
        this.desk = desk;
        this.gate = gate;
        this.home = home;
    }

    /** Somebody who is signed in and carries a key. */
    record Bearer(Person person, Caller caller, SoftKey key, UUID passkey) {}

    Bearer one() {
        return with(SoftKey.ordinary());
    }

    Bearer with(SoftKey key) {
        Person person = newcomers.settled();
        Caller caller = newcomers.signedIn(person);
        Passkey registered = desk.register(caller, "A key", key.create(offered(caller)));
        return new Bearer(person, caller, key, registered.id());
    }

    Manner offered(Caller caller) {
        return Manner.honest(desk.offer(caller), home.origin()).counting(0);
    }

    Manner asked(Caller caller) {
        return asked(caller, Purpose.SIGN_IN);
    }

    Manner asked(Caller caller, Purpose purpose) {
        return Manner.honest(passkeys.challenge(caller, purpose), home.origin());
    }

    boolean proves(Caller caller, String response) {
        return passkeys.check(caller, Purpose.SIGN_IN, response)
                .filter(match -> consumed(caller, match))
                .isPresent();
    }

    /** As a sign-in does it: in the change that records it, which is not where it does not count. */
    boolean consumed(Caller caller, Match match) {
        UUID session = UUID.randomUUID();
        Fact opened =
                Fact.done(caller, EventClass.SESSION_OPENED, new Subject(Subject.Kind.SESSION, session));
        try {
            gate.note(opened, Moves.NOTHING, at -> {
                if (!match.consume()) {
                    throw new NotAgain();
                }
                return Done.of(session);
            });
            return true;
        } catch (NotAgain e) {
            return false;
        }
    }

    private static final class NotAgain extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
