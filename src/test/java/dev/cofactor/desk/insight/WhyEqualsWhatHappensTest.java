// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An explanation is worth something only if it is what happens. */
@QuarkusTest
class WhyEqualsWhatHappensTest {
    private static final int ROUNDS = Nightly.or(25, 200);
    private static final long SEED = 20261128;

    private final Whys whys;
    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Catalogue catalogue;
    private final WholeLog log;

    WhyEqualsWhatHappensTest(
            Whys whys, Gate gate, Newcomers newcomers, Rules rules, Shelf shelf, Catalogue catalogue, WholeLog log) {
        this.whys = whys;
        this.gate = gate;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void ofManyPoliciesDrawnByChanceTheExplanationSaysWhatTheDoorSays() {
        Random random = new Random(SEED);
        Caller reviewer = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        UUID person = newcomers.settled().id();
        Caller machine = newcomers.machine();
        Caller agent = newcomers.agentOf(person);
        UUID group = newcomers.group(person, machine.actor().id(), agent.actor().id());
        Set<String> heard = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            UUID secret = shelf.secret(shelf.folder(), "one");
            List<Subject> all = List.of(
                    new Subject.Person(person),
                    new Subject.Group(group),
                    new Subject.Service(machine.actor().id()),
                    new Subject.Agent(agent.actor().id()));
            policies(random, secret, all, group);
            Line line = random.nextBoolean() ? from("192.0.2.7") : from("198.51.100.7");
            Given given = random.nextBoolean() ? Given.NOTHING : given();
            for (Caller caller : List.of(person(person, line), on(machine, line), on(agent, line))) {
                String told = told(reviewer, caller, secret, given);
                assertThat(told).as("round " + round + ", " + caller.actor()).isEqualTo(happens(caller, secret, given));
                heard.add(told);
            }
        }
        assertThat(heard).contains("ok", "not-found", "step-up-required", "reason-required", "approval-required");
    }

    private void policies(Random random, UUID secret, List<Subject> all, UUID group) {
        AnyClauses clauses = new AnyClauses(random, group);
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            Subject who = all.get(random.nextInt(all.size()));
            switch (random.nextInt(8)) {
                case 0 -> rules.add(Effect.DENY, who, secret, clauses.next(false), Verb.CODE_FETCH);
                case 1 -> rules.add(Effect.REQUIRE, who, secret, clauses.requiring(), Verb.CODE_FETCH);
                case 2 -> rules.add(Effect.ALLOW, who, secret, clauses.next(false), Verb.SECRET_LIST);
                default -> rules.add(Effect.ALLOW, who, secret, clauses.next(true), Verb.CODE_FETCH);
            }
        }
    }

    @Test
    void withAProofItSaysWhatHappensInASessionThatHasIt() {
        Caller reviewer = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        Caller caller = newcomers.signedIn(newcomers.settled());
        UUID secret = shelf.secret(shelf.folder(), "one");
        rules.add(
                Effect.ALLOW,
                new Subject.Person(caller.actor().id()),
                secret,
                new dev.cofactor.engine.clauses.Clauses(
                        Set.of(), Set.of(new Need.StepUp(Duration.ofMinutes(5), Set.of())), Set.of(), Set.of()),
                Verb.CODE_FETCH);
        assertThat(happens(caller, secret, Given.NOTHING)).isEqualTo("ok");
        UnaryOperator<Supposed> proved = one -> new Supposed(
                one.who(),
                one.verb(),
                one.on(),
                one.at(),
                one.address(),
                Optional.of(new Supposed.Proof(Duration.ofMinutes(1), Need.Method.PASSWORD)),
                one.reason(),
                one.ticket());
        assertThat(told(reviewer, caller, secret, Given.NOTHING)).isEqualTo("step-up-required");
        assertThat(told(reviewer, caller, secret, Given.NOTHING, proved)).isEqualTo("ok");
    }

    @Test
    void whoIsSuspendedIsToldToBeSo() {
        Caller reviewer = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        Caller caller = newcomers.signedIn(newcomers.settled());
        UUID secret = shelf.secret(shelf.folder(), "one");
        rules.allow(caller.actor().id(), secret, Verb.CODE_FETCH);
        newcomers.suspend(caller);
        Explained why = whys.why(reviewer, () -> supposed(caller, secret, Given.NOTHING));
        assertThat(why.active()).isFalse();
        assertThat(why.stands()).isFalse();
        assertThat(why.decision()).isEmpty();
        assertThat(why.refusal().map(Refused::code)).contains(happens(caller, secret, Given.NOTHING));
    }

    private String happens(Caller caller, UUID secret, Given given) {
        Ask ask = new Ask(
                caller,
                Verb.CODE_FETCH,
                EventClass.CODE_RELEASED,
                () -> catalogue
                        .find(secret)
                        .map(found -> Sight.of(found, caller).opening(UUID.randomUUID(), "code", List.of())),
                UnaryOperator.identity(),
                given);
        try {
            gate.release(ask);
            return "ok";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private String told(Caller reviewer, Caller caller, UUID secret, Given given) {
        return told(reviewer, caller, secret, given, UnaryOperator.identity());
    }

    private String told(Caller reviewer, Caller caller, UUID secret, Given given, UnaryOperator<Supposed> more) {
        return whys.why(reviewer, () -> more.apply(supposed(caller, secret, given)))
                .refusal()
                .map(Refused::code)
                .orElse("ok");
    }

    private static Supposed supposed(Caller caller, UUID secret, Given given) {
        Supposed.Who who = switch (caller.actor()) {
            case Actor.Person one -> new Supposed.Who.Person(one.id());
            case Actor.Service one -> new Supposed.Who.Service(one.id(), caller.token(), Set.of());
            case Actor.Agent one -> new Supposed.Who.Agent(one.id(), one.person());
            case Actor.System one -> throw new IllegalArgumentException("asks for nothing");
            case Actor.Nobody one -> throw new IllegalArgumentException("is nobody");
        };
        return new Supposed(
                who,
                Verb.CODE_FETCH,
                new Supposed.On.Secret(PublicId.SECRET.of(secret)),
                Optional.empty(),
                caller.line().address(),
                Optional.empty(),
                given.reason(),
                given.ticket());
    }

    private static Given given() {
        return new Given(Optional.of("the deployment is stuck"), Optional.of("INC-9"), Optional.empty());
    }

    private static Caller person(UUID id, Line line) {
        return new Caller(new Actor.Person(id), Optional.empty(), Optional.empty(), line);
    }

    private static Caller on(Caller caller, Line line) {
        return new Caller(caller.actor(), caller.session(), caller.token(), line);
    }

    private static Line from(String address) {
        try {
            return new Line(Optional.of(InetAddress.getByName(address)), "a trace");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
