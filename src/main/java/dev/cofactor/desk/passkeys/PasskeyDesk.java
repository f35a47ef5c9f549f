// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person does with his own keys: he registers them, calls them something, and removes them. */
@ApplicationScoped
public class PasskeyDesk {
    private final Keyring keys;
    private final Challenges challenges;
    private final Registration registrations;
    private final Site site;
    private final FreshProof proof;
    private final SecondFactors factors;
    private final People people;
    private final Gate gate;
    private final Ids ids;

    PasskeyDesk(
            Keyring keys,
            Challenges challenges,
            Registration registrations,
            Site site,
            FreshProof proof,
            SecondFactors factors,
            People people,
            Gate gate,
            Ids ids) {
        this.keys = keys;
        this.challenges = challenges;
        this.registrations = registrations;
        this.site = site;
        this.proof = proof;
        this.factors = factors;
        this.people = people;
        this.gate = gate;
        this.ids = ids;
    }

    /** Whether browsers use keys at this installation's address. */
    public boolean isPossible() {
        return site.isPossible();
    }

    /** Whether he may register and remove keys now, or has to prove first that it is him. */
    public boolean isOpen(Caller caller) {
        return proof.isGiven(caller);
    }

    /** His own, the oldest first. */
    public List<Passkey> all(Caller caller) {
        return keys.of(caller.actor().id());
    }

    /**
     * What the browser is to ask of a new key, as JSON for {@code parseCreationOptionsFromJSON}.
     *
     * @throws PasskeyRefused where he has to prove first that it is him
     */
    public String offer(Caller caller) {
        mustBeOpen(caller);
        Challenges.For whom = Challenges.For.of(caller, Purpose.REGISTER);
        Person person = people.find(whom.person()).orElseThrow();
        Site.Holder holder = new Site.Holder(keys.handle(person.id()), person.accountName(), person.displayName());
        return site.creation(holder, challenges.give(whom), keys.credentialsOf(person.id()));
    }

    /**
     * Registers a key. It may be asked for from the next sign-in on.
     *
     * @param response what the browser made of the key's answer, as its {@code toJSON} writes it
     * @throws PasskeyRefused where it is no answer to a challenge of this session, or the key is somebody's already
     */
    public Passkey register(Caller caller, String label, String response) {
        DisplayName called = DisplayName.of(label);
        Challenges.For whom = Challenges.For.of(caller, Purpose.REGISTER);
        UUID id = ids.next();
        try {
            mustBeOpen(caller);
            Registration.Read read = registrations
                    .read(response)
                    .filter(one -> challenges.stands(whom, one.challenge()))
                    .orElseThrow(PasskeyRefused::unproved);
            Credential shown = registrations.verified(read).orElseThrow(PasskeyRefused::unproved);
            return gate.note(done(caller, EventClass.FACTOR_ENROLLED, id), Moves.NOTHING, at -> {
                if (!challenges.use(whom, read.challenge())) {
                    throw PasskeyRefused.unproved();
                }
                return Done.of(keys.add(id, whom.person(), shown, called.value(), at.time()));
            });
        } catch (PasskeyRefused e) {
            throw noted(caller, EventClass.FACTOR_ENROLLED, e);
        }
    }

    /**
     * From the answer on the key proves nothing any more.
     *
     * @throws PasskeyRefused where it is none of his, or a rule asks for a factor and this is his last
     */
    public void remove(Caller caller, UUID id) {
        UUID person = caller.actor().id();
        try {
            mustBeOpen(caller);
            gate.note(done(caller, EventClass.FACTOR_REMOVED, id), Moves.NOTHING, at -> {
                if (!keys.remove(id, person)) {
                    throw PasskeyRefused.notFound();
                }
                if (factors.isDemanded(person) && !factors.isEnrolled(person)) {
                    throw PasskeyRefused.demanded();
                }
                return Done.of(id);
            });
        } catch (PasskeyRefused e) {
            throw noted(caller, EventClass.FACTOR_REMOVED, e);
        }
    }

    private void mustBeOpen(Caller caller) {
        if (!proof.isGiven(caller)) {
            throw PasskeyRefused.unproven();
        }
    }

    private static Fact done(Caller caller, EventClass kind, UUID key) {
        return Fact.done(caller, kind, subject(caller))
                .whileSignedIn()
                .saying(Details.none().with(Name.METHOD, Passkeys.METHOD).with(Name.OTHER, key));
    }

    /** On the log before it is told. Which key was named is not: there may be none such. */
    private PasskeyRefused noted(Caller caller, EventClass kind, PasskeyRefused refused) {
        gate.note(Fact.failed(caller, kind, Optional.of(subject(caller)))
                .saying(Details.none().with(Name.METHOD, Passkeys.METHOD).with(Name.CODE, refused.code())));
        return refused;
    }

    private static Subject subject(Caller caller) {
        return new Subject(Subject.Kind.PERSON, caller.actor().id());
    }
}
