// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.people.Invitations.Standing;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody does with the link that he was sent: once, and then he is here. */
@ApplicationScoped
public class Activation {
    /** Where a link leads, without its token. */
    public static final String PATH = "/activate/";

    private final Invitations invitations;
    private final People people;
    private final Passwords passwords;
    private final Gate gate;
    private final Ids ids;

    Activation(Invitations invitations, People people, Passwords passwords, Gate gate, Ids ids) {
        this.invitations = invitations;
        this.people = people;
        this.passwords = passwords;
        this.gate = gate;
        this.ids = ids;
    }

    /** Whom a link is for, and how long it is still good. */
    public record Offer(String accountName, String displayName, Duration left) {}

    /**
     * Uses nothing up: whatever looks at links before people do may look at this one.
     *
     * @return nothing for a link that is unknown, used, ended or too old; that somebody came with it is on the log
     */
    public Optional<Offer> look(String shown, Line line) {
        Optional<Offer> offer = standing(shown).map(Invited::offer);
        if (offer.isEmpty()) {
            refused(line);
        }
        return offer;
    }

    /**
     * @return his first session
     * @throws Dead if the link is none, or somebody used it a moment ago
     */
    public SessionToken activate(String shown, String password, Line line) {
        Standing invitation = standing(shown).map(Invited::by).orElseThrow(() -> refused(line));
        UUID person = invitation.person();
        Passwords.Hash hash = passwords.hashOwn(person, password);
        UUID session = ids.next();
        Fact activated = Fact.done(
                        Caller.person(person, session, line),
                        EventClass.PERSON_ACTIVATED,
                        new Subject(Subject.Kind.PERSON, person))
                .saying(Details.none().with(Name.OTHER, invitation.id()));
        try {
            return gate.note(activated, Moves.WORLD, at -> {
                if (!invitations.use(invitation.id(), at.time()) || !people.activate(person, at.time())) {
                    throw new Dead();
                }
                return new Done<>(passwords.begin(person, hash, session), Details.none(), List.of());
            });
        } catch (Dead e) {
            throw refused(line);
        }
    }

    /** Somebody who was never here, and what lets him in. */
    private record Invited(Person person, Standing by) {
        Offer offer() {
            return new Offer(person.accountName(), person.displayName(), by.left());
        }
    }

    private Optional<Invited> standing(String shown) {
        return invitations
                .find(shown)
                .flatMap(by -> people.find(by.person())
                        .filter(person -> person.state() == Person.State.INVITED)
                        .map(person -> new Invited(person, by)));
    }

    /** On the log before it is told. Whose it was is not: a link that does not stand is nobody's. */
    private Dead refused(Line line) {
        Dead dead = new Dead();
        gate.note(Fact.failed(Caller.stranger(line), EventClass.PERSON_ACTIVATED, Optional.empty())
                .saying(Details.none().with(Name.CODE, dead.code())));
        return dead;
    }

    /** One answer for whatever is wrong with a link. */
    public static final class Dead extends Problem {
        private static final long serialVersionUID = 1;

        Dead() {
            super(Kind.NOT_FOUND, "invitation-ended", "this link was used, or its time is over");
        }
    }
}
