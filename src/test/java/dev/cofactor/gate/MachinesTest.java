// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.agents.AgentDesk;
import dev.cofactor.desk.agents.DelegationDesk;
import dev.cofactor.desk.machines.MachineDesk;
import dev.cofactor.desk.machines.TokenDesk;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends on one node has ended on another one too, whose facts still say otherwise. */
@QuarkusTest
class MachinesTest {
    private final Gate gate;
    private final SecondNode node;
    private final MachineDesk services;
    private final TokenDesk tokens;
    private final AgentDesk agents;
    private final DelegationDesk delegations;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    private final OneSecret secret = new OneSecret();
    private Caller administrator = Caller.HOST;

    MachinesTest(
            Gate gate,
            SecondNode node,
            MachineDesk services,
            TokenDesk tokens,
            AgentDesk agents,
            DelegationDesk delegations,
            Newcomers newcomers,
            Rules rules,
            LogEntries entries,
            WholeLog log) {
        this.gate = gate;
        this.node = node;
        this.services = services;
        this.tokens = tokens;
        this.agents = agents;
        this.delegations = delegations;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void somebodyLooksAfterMachines() {
        administrator = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theVeryNextRequestOfASuspendedServiceIsRefusedOnEveryNode() {
        Caller machine = fetchingService();
        services.edit(
                administrator, machine.actor().id(), () -> new MachineDesk.Edit(Optional.empty(), Optional.of(false)));
        isNobodyAnywhere(machine, 2);
    }

    @Test
    void aTokenThatWasTakenBackIsNobodysOnEveryNode() {
        Caller machine = fetchingService();
        tokens.revoke(administrator, machine.actor().id(), machine.token().orElseThrow());
        isNobodyAnywhere(machine, 2);
    }

    @Test
    void whoseAgentWasSuspendedIsActedForNoMoreOnAnyNode() {
        Caller agent = fetchingAgent(newcomers.settled());
        agents.edit(administrator, agent.actor().id(), () -> new AgentDesk.Edit(Optional.empty(), Optional.of(false)));
        isNobodyAnywhere(agent, 2);
    }

    @Test
    void anEndedDelegationIsEndedOnEveryNode() {
        Caller agent = fetchingAgent(newcomers.settled());
        delegations.end(administrator, agent.actor().id(), agent.token().orElseThrow());
        isNobodyAnywhere(agent, 2);
    }

    @Test
    void nobodyActsForASuspendedPersonOnAnyNode() {
        Person person = newcomers.settled();
        Caller agent = fetchingAgent(person);
        newcomers.suspend(newcomers.signedIn(person));
        isNobodyAnywhere(agent, 2);
    }

    @Test
    void whoeverIsForgottenIsActedForByNobodyThoughHeComesBack() {
        Person person = newcomers.settled();
        Caller agent = fetchingAgent(person);
        Fact gone = Fact.done(
                Caller.HOST,
                EventClass.PERSON_SUSPENDED,
                new dev.cofactor.ground.events.Subject(dev.cofactor.ground.events.Subject.Kind.PERSON, person.id()));
        gate.note(gone, Moves.WORLD, at -> {
            delegations.forget(person.id());
            return Done.of(person);
        });
        isNobodyAnywhere(agent, 2);
    }

    /** A credential is a door's word, and the gate takes nobody's. */
    @Test
    void anAgentWithoutItsOwnDelegationIsNobody() {
        Person person = newcomers.settled();
        Caller agent = fetchingAgent(person);
        Person other = newcomers.settled();
        rules.allow(other.id(), secret.id, Verb.CODE_FETCH);
        Caller anothers = newcomers.agentOf(other.id());
        for (Caller pretended : new Caller[] {
            new Caller(agent.actor(), Optional.empty(), Optional.empty(), Line.NONE),
            new Caller(agent.actor(), Optional.empty(), anothers.token(), Line.NONE),
            new Caller(agent.actor(), Optional.empty(), Optional.of(UUID.randomUUID()), Line.NONE),
            new Caller(new Actor.Agent(agent.actor().id(), other.id()), Optional.empty(), agent.token(), Line.NONE),
        }) {
            OneSecret.assertRefused(() -> gate.release(secret.fetch(pretended)), "unauthenticated");
        }
    }

    /** The doors ask this too; the gate does not rely on them. */
    @Test
    void fromElsewhereItIsNobodyWhateverADoorSays() throws UnknownHostException {
        AddressRanges home = AddressRanges.of(List.of("192.0.2.0/24"));
        UUID service = fetchingService().actor().id();
        UUID token = tokens.issue(administrator, service, () -> new TokenDesk.Order(new DisplayName("bound"), 90, home))
                .token()
                .id();
        Person person = newcomers.settled();
        UUID agent = fetchingAgent(person).actor().id();
        UUID delegation = delegations
                .delegate(
                        newcomers.signedIn(person),
                        agent,
                        () -> new DelegationDesk.Order(new DisplayName("bound"), 90, home))
                .delegation()
                .id();
        Map<Actor, UUID> shown =
                Map.of(new Actor.Service(service), token, new Actor.Agent(agent, person.id()), delegation);
        Line within = new Line(Optional.of(InetAddress.getByName("192.0.2.9")), "");
        Line outside = new Line(Optional.of(InetAddress.getByName("192.0.3.9")), "");
        shown.forEach((actor, id) -> {
            node.gate().release(secret.fetch(new Caller(actor, Optional.empty(), Optional.of(id), within)));
            for (Line line : List.of(outside, Line.NONE)) {
                Caller caller = new Caller(actor, Optional.empty(), Optional.of(id), line);
                OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "unauthenticated");
            }
        });
    }

    @Test
    void anAgentRecordsNothingThatIsAPersonsOwn() {
        Caller agent = fetchingAgent(newcomers.settled());
        Fact own = Fact.done(agent, EventClass.PASSWORD_CHANGED, secret.subject());
        OneSecret.assertRefused(() -> gate.note(own, Moves.NOTHING, at -> Done.of(secret.id)), "denied");
        assertThat(entries.of(agent.actor().id(), "password-changed")).isEmpty();
        assertThat(entries.of(agent.actor().id(), "request-refused")).hasSize(1);
    }

    private Caller fetchingService() {
        Caller machine = newcomers.machine();
        rules.allowService(machine.actor().id(), secret.id, Verb.CODE_FETCH);
        return fetched(machine);
    }

    private Caller fetchingAgent(Person person) {
        Caller agent = newcomers.agentOf(person.id());
        rules.allow(person.id(), secret.id, Verb.CODE_FETCH);
        rules.allowAgent(agent.actor().id(), secret.id, Verb.CODE_FETCH);
        return fetched(agent);
    }

    /** Both nodes now have the facts in memory. */
    private Caller fetched(Caller caller) {
        gate.release(secret.fetch(caller));
        node.gate().release(secret.fetch(caller));
        return caller;
    }

    private void isNobodyAnywhere(Caller caller, int released) {
        OneSecret.assertRefused(() -> node.gate().release(secret.fetch(caller)), "unauthenticated");
        OneSecret.assertRefused(() -> gate.release(secret.fetch(caller)), "unauthenticated");
        assertThat(node.gate().view(caller).isOfSomebody()).isFalse();
        assertThat(entries.of(caller.actor().id(), "code-released")).hasSize(released);
        assertThat(entries.of(caller.actor().id(), "request-refused")).hasSize(2);
    }
}
