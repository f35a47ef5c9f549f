// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person.Belongings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys as proof of who sits there: for the second step of a sign-in, and to step up. */
@ApplicationScoped
public class Passkeys implements SecondFactors.Kind, Belongings {
    static final String METHOD = "passkey";
    static final String WENT_BACK = "passkey-went-back";

    private final Keyring keys;
    private final Challenges challenges;
    private final Assertion assertions;
    private final Site site;
    private final Gate gate;

    Passkeys(Keyring keys, Challenges challenges, Assertion assertions, Site site, Gate gate) {
        this.keys = keys;
        this.challenges = challenges;
        this.assertions = assertions;
        this.site = site;
        this.gate = gate;
    }

    /** Whether there is a key that can be asked for. */
    @Override
    public boolean isEnrolled(UUID person) {
        return !keys.isEmpty(person);
    }

    /**
     * What the browser is to ask of a key, as JSON for {@code parseRequestOptionsFromJSON}.
     *
     * @param caller whoever is to prove himself, with the session he has so far: no other may answer
     * @throws PasskeyRefused where he has no key
     */
    public String challenge(Caller caller, Purpose purpose) {
        Challenges.For whom = Challenges.For.of(caller, purpose);
        List<Credential> own = keys.credentialsOf(whom.person());
        if (own.isEmpty()) {
            throw PasskeyRefused.none();
        }
        return site.request(challenges.give(whom), own);
    }

    /**
     * Looks at a response, outside any transaction. Nothing is used up by that.
     *
     * @param response what the browser made of the key's answer, as its {@code toJSON} writes it
     * @return nothing where it is no proof of this person in this session for this purpose; that the caller records. A key
     *     that may be a copy is recorded here besides
     */
    public Optional<KeyMatch> check(Caller caller, Purpose purpose, String response) {
        Challenges.For whom = Challenges.For.of(caller, purpose);
        return assertions
                .read(response)
                .filter(read -> challenges.stands(whom, read.challenge()))
                .flatMap(read -> known(whom.person(), read).flatMap(held -> judged(caller, whom, read, held)));
    }

    /** Part of a change: he has no key any more, and none of his challenges can be answered. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID person) {
        challenges.forget(person);
        keys.forget(person);
    }

    /** A key that says it is somebody else's is not his, whatever its id. */
    private Optional<Keyring.Held> known(UUID person, Assertion.Read read) {
        return keys.find(person, read.credential())
                .filter(held -> read.handle()
                        .map(handle -> Arrays.equals(handle, keys.handle(person)))
                        .orElse(true));
    }

    private Optional<KeyMatch> judged(Caller caller, Challenges.For whom, Assertion.Read read, Keyring.Held held) {
        return switch (assertions.judge(read, held.credential())) {
            case Assertion.Verdict.Good good ->
                Optional.of(new KeyMatch(
                        held.id(),
                        good.userVerified(),
                        () -> challenges.use(whom, read.challenge())
                                && keys.use(held.id(), whom.person(), good.signCount(), good.userVerified())));
            case Assertion.Verdict.WentBack back -> {
                noteWentBack(caller, whom.purpose(), held.id());
                yield Optional.empty();
            }
            case Assertion.Verdict.Bad bad -> Optional.empty();
        };
    }

    private void noteWentBack(Caller caller, Purpose purpose, UUID key) {
        EventClass kind = purpose == Purpose.STEP_UP ? EventClass.FACTOR_PROVED : EventClass.SIGN_IN_FAILED;
        Subject person = new Subject(Subject.Kind.PERSON, caller.actor().id());
        gate.note(Fact.failed(caller, kind, Optional.of(person))
                .saying(Details.none()
                        .with(Name.METHOD, METHOD)
                        .with(Name.CODE, WENT_BACK)
                        .with(Name.OTHER, key)));
    }
}
