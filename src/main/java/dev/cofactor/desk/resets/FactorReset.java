// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.resets;

import dev.cofactor.desk.factors.Factors;
import dev.cofactor.desk.passkeys.Passkeys;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes all of somebody's second factors away at once. */
@ApplicationScoped
public class FactorReset {
    /** How lately whoever asks must have proved that it is he. */
    public static final int FRESH_MINUTES = 5;

    static final String RESET = "factors-reset";
    static final String PERSON = "person";

    private final Gate gate;
    private final SecondPerson second;
    private final StepUps stepUps;
    private final People people;
    private final Factors factors;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Post post;

    FactorReset(
            Gate gate,
            SecondPerson second,
            StepUps stepUps,
            People people,
            Factors factors,
            Passkeys passkeys,
            Sessions sessions,
            Post post) {
        this.gate = gate;
        this.second = second;
        this.stepUps = stepUps;
        this.people = people;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.post = post;
    }

    /** Whom it would be done to, for whoever may do it. */
    public Person asked(Caller caller, UUID person) {
        gate.admit(caller, Verb.FACTOR_RESET, () -> there(person));
        return known(person);
    }

    /** @throws StepUps.Needed unless the caller proved a moment ago that it is he; after it was asked whether he may */
    public void reset(Caller caller, UUID person) {
        asked(caller, person);
        stepUps.require(caller, Duration.ofMinutes(FRESH_MINUTES));
        reset(caller, Proposed.of(RESET, Map.of(PERSON, person.toString())));
    }

    /** Whoever could object to something is helped by two: a person without factors is easily somebody else. */
    void reset(Caller caller, Proposed change) {
        UUID person = change.id(PERSON);
        Ask ask = new Ask(caller, Verb.FACTOR_RESET, EventClass.FACTOR_RESET, () -> there(person));
        second.change(ask, Moves.NOTHING, change, Watch.away(person), at -> {
            requireAnother(caller, known(person));
            factors.forget(person);
            passkeys.forget(person);
            long ended = sessions.closeAllOf(person);
            return new Done<>(person, Details.none().with(Name.COUNT, ended), told(caller, person, at));
        });
    }

    /** The person and whoever administers, the one who did it among them: somebody else may have had his session. */
    private List<Claim.Tell> told(Caller caller, UUID person, Done.Moment at) {
        Message.OfPerson message = new Message.OfPerson(
                Message.OwnKind.FACTOR_RESET, person, at.event(), caller.actor().id());
        return post.people(List.of(person, Role.ADMINISTRATOR.group()), message);
    }

    private static void requireAnother(Caller caller, Person person) {
        if (caller.actor().id().equals(person.id())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "oneself",
                    "nobody resets his own factors: remove them on your profile, or ask somebody else");
        }
        if (person.state() == Person.State.REMOVED) {
            throw new Problem(Problem.Kind.CONFLICT, "person-removed", "this person was removed, and that is for good");
        }
    }

    Person known(UUID person) {
        return people.find(person)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }

    Optional<Sight> there(UUID person) {
        return people.find(person)
                .map(found -> Sight.of(Target.installation(), new Subject(Subject.Kind.PERSON, person), Map.of()));
    }
}
