// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Person.Belongings;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets agents act for people, each for whoever said so himself, and ends that. */
@ApplicationScoped
public class DelegationDesk implements Belongings {
    /** That stand at once: each is somebody else who holds a piece of one's rights. */
    private static final int MOST = 20;

    /** In an hour: each moves the world, and everybody's decisions are then taken anew. */
    private static final int MOST_IN_AN_HOUR = 60;

    private final Gate gate;
    private final Mandates mandates;
    private final People people;
    private final DelegationConfig config;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    DelegationDesk(
            Gate gate,
            Mandates mandates,
            People people,
            DelegationConfig config,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.gate = gate;
        this.mandates = mandates;
        this.people = people;
        this.config = config;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** How a delegation is wanted. */
    public record Order(DisplayName label, int days, AddressRanges from) {}

    /** A delegation with its token in the open, this once. */
    public record Given(Delegation delegation, ShownToken shown) {}

    public int mostDays() {
        return config.maxDays();
    }

    /** One's own. */
    public List<Delegation> mine(Caller caller) {
        return mandates.byPerson(self(caller));
    }

    /** Somebody's, for whoever may edit people or machines. */
    public List<Delegation> of(Caller caller, UUID person) {
        gate.admit(caller, verb(caller), () -> people.find(person).map(found -> Sight.installation(Details.none())));
        return mandates.byPerson(person);
    }

    /** Nobody delegates for another: it is the caller himself, in person, whose right is lent. */
    public Given delegate(Caller caller, UUID agent, Supplier<Order> wanted) {
        UUID person = self(caller);
        if (mandates.find(agent).filter(Agent::active).isEmpty()) {
            throw refused(caller, AgentRefused.notFound());
        }
        Order order = wanted.get();
        if (order.days() < 1 || order.days() > config.maxDays()) {
            throw AgentRefused.invalid("a delegation has a label, and is good for 1 to " + config.maxDays() + " days");
        }
        UUID id = ids.next();
        ShownToken shown = ShownToken.Kind.AGENT.fresh(random);
        Fact made = fact(caller, agent).taking(seldom(person));
        return gate.note(made, Moves.WORLD, at -> {
            requireBoth(person, agent);
            if (mandates.standing(person, at.time()) >= MOST) {
                throw AgentRefused.tooMany(MOST);
            }
            Instant until = at.time().plus(Duration.ofDays(order.days()));
            Delegation delegation = new Delegation(
                    id, agent, person, order.label().value(), order.from(), at.time(), until, Optional.empty());
            mandates.delegate(delegation, shown.hash());
            Details details = said(id, "delegated").with(Name.UNTIL, until.toEpochMilli());
            return new Done<>(new Given(delegation, shown), details, List.of());
        });
    }

    /** One's own without asking; another's only if one may edit people or machines. Nothing is released to it after this. */
    public void end(Caller caller, UUID agent, UUID delegation) {
        boolean own = caller.actor() instanceof Actor.Person person
                && found(agent, delegation)
                        .filter(one -> one.person().equals(person.id()))
                        .isPresent();
        if (own) {
            gate.note(fact(caller, agent), Moves.WORLD, at -> ended(delegation, at));
            return;
        }
        Supplier<Optional<Sight>> look = () -> found(agent, delegation)
                .map(one -> Sight.of(Target.installation(), AgentDesk.subject(agent), Map.of()));
        Ask ask = new Ask(caller, verb(caller), EventClass.DELEGATION_CHANGED, look);
        gate.change(ask, Moves.WORLD, at -> ended(delegation, at));
    }

    /** Part of a change that removes somebody: no agent acts for him any more. */
    @Override
    public void forget(UUID person) {
        mandates.endAllBy(person, clock.instant());
    }

    private Optional<Delegation> found(UUID agent, UUID delegation) {
        return mandates.delegation(delegation).filter(one -> one.agent().equals(agent));
    }

    private Done<UUID> ended(UUID delegation, Done.Moment at) {
        boolean now = mandates.end(delegation, at.time());
        return new Done<>(delegation, now ? said(delegation, "ended") : said(delegation), List.of());
    }

    private static Fact fact(Caller caller, UUID agent) {
        return Fact.done(caller, EventClass.DELEGATION_CHANGED, AgentDesk.subject(agent))
                .whileSignedIn();
    }

    private Claim seldom(UUID person) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new Claim.Limit("delegations/" + person, hour, Duration.ofHours(1), MOST_IN_AN_HOUR);
    }

    /** Under the lock: what was so when he asked may be so no more. */
    private void requireBoth(UUID person, UUID agent) {
        if (people.find(person).filter(Person::active).isEmpty()
                || mandates.find(agent).filter(Agent::active).isEmpty()) {
            throw AgentRefused.notFound();
        }
    }

    private UUID self(Caller caller) {
        if (!gate.view(caller).isOfSomebody()) {
            throw refused(
                    caller,
                    new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed"));
        }
        return switch (caller.actor()) {
            case Actor.Person person -> person.id();
            case Actor.Service service -> throw refused(caller, AgentRefused.denied());
            case Actor.Agent agent -> throw refused(caller, AgentRefused.denied());
            case Actor.System system -> throw refused(caller, AgentRefused.denied());
            case Actor.Nobody nobody -> throw refused(caller, AgentRefused.denied());
        };
    }

    private Problem refused(Caller caller, Problem why) {
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED)
                .saying(Details.none().with(Name.CODE, why.code()).with(Name.PARTS, List.of("delegation"))));
        return why;
    }

    /** Whichever of the two he has; if neither, it is refused for the want of this one. */
    private Verb verb(Caller caller) {
        return gate.view(caller).may(Verb.PEOPLE_EDIT, Target.installation()) ? Verb.PEOPLE_EDIT : Verb.MACHINE_EDIT;
    }

    private static Details said(UUID delegation, String... parts) {
        return Details.none().with(Name.OTHER, delegation).with(Name.PARTS, List.of(parts));
    }
}
