// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.gathering.Remembered;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.Voucher;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What decisions share, in one version of the world: the edition in force, and of each asker who and where he is, read
 * when first asked for. Holds facts and no decision. What was read while the world moved on is told apart by the version
 * it is recorded under.
 */
public final class Facts {
    /** Askers are remembered up to this number and then read anew: a crowd must not fill the memory. */
    private static final int MOST = 10_000;

    private final long world;
    private final Edition edition;
    private final Sources sources;
    private final Remembered<UUID, Boolean> active = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<Token>> tokens = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<Delegation>> delegations = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<Federation>> federations = new Remembered<>(MOST);
    private final Remembered<UUID, Set<UUID>> standing = new Remembered<>(MOST);
    private final Remembered<UUID, Set<UUID>> broughtBy = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<UUID>> managers = new Remembered<>(MOST);
    private final Remembered<UUID, Optional<String>> names = new Remembered<>(MOST);
    private final Remembered<ByteBuffer, UUID> shown = new Remembered<>(MOST);
    private final Remembered<UUID, Boolean> deciders = new Remembered<>(MOST);

    Facts(long world, Edition edition, Sources sources) {
        this.world = world;
        this.edition = edition;
        this.sources = sources;
    }

    public long world() {
        return world;
    }

    public Edition edition() {
        return edition;
    }

    public boolean isActive(UUID person) {
        return active.of(
                person, id -> sources.people.find(id).filter(Person::active).isPresent());
    }

    public boolean isActiveService(UUID service) {
        return active.of(
                service, id -> sources.machines.find(id).filter(Service::active).isPresent());
    }

    /** The token with this hash; that there is none is asked anew each time. */
    public Optional<Token> token(byte[] hash) {
        return shown.find(
                        ByteBuffer.wrap(hash.clone()),
                        asked -> sources.machines.token(hash).map(Token::id))
                .flatMap(this::token);
    }

    private Optional<Token> token(UUID token) {
        return tokens.of(token, sources.machines::token);
    }

    /** What a person, a service or an agent is called. */
    public Optional<String> name(UUID actor) {
        return names.of(
                actor,
                id -> sources.people
                        .find(id)
                        .map(Person::displayName)
                        .or(() -> sources.machines.find(id).map(Service::name))
                        .or(() -> sources.mandates.find(id).map(Agent::name)));
    }

    /** Whose hand it is that has something: for which person an agent has it is nobody else's business. */
    public UUID actorOf(UUID hand) {
        return delegations
                .of(hand, sources.mandates::delegation)
                .map(Delegation::agent)
                .orElse(hand);
    }

    /** Whether the token a service shows is its own and good now and there; that it was taken back moves the world. */
    boolean stands(UUID token, UUID service, Instant time, Line line) {
        return token(token)
                .filter(found -> found.service().equals(service) && found.stands(time, line))
                .isPresent();
    }

    /** Whether the delegation whose token is shown is this agent's for this person, and good now and there. */
    boolean acts(Actor.Agent agent, UUID delegation, Instant time, Line line) {
        return isActiveAgent(agent.id())
                && delegations
                        .of(delegation, sources.mandates::delegation)
                        .filter(found -> found.agent().equals(agent.id())
                                && found.person().equals(agent.person())
                                && found.stands(time, line))
                        .isPresent();
    }

    private boolean isActiveAgent(UUID agent) {
        return active.of(
                agent, id -> sources.mandates.find(id).filter(Agent::active).isPresent());
    }

    /** Whether the terms on which somebody's word was found good are still those in force, for this service. */
    boolean stands(Voucher voucher, UUID service) {
        return federations
                .of(voucher.federation(), sources.trust::find)
                .filter(found -> found.stands() && found.number() == voucher.terms())
                .filter(found -> found.service().equals(service))
                .isPresent();
    }

    public Set<UUID> groupsOf(UUID member) {
        return standing.of(member, sources.groups::of);
    }

    /** Who answers for him; nobody does for a machine. */
    public Optional<UUID> managerOf(UUID person) {
        return managers.of(person, id -> sources.people.managerOf(id).map(Person::id));
    }

    /** Whether somebody may say yes or no to what that one asks. INVARIANT: nobody ever to what is asked for himself. */
    public boolean mayApprove(UUID person, Need.Approval approval, UUID asker) {
        return !person.equals(asker)
                && isActive(person)
                && isDecider(person)
                && approval.of().stream().anyMatch(approver -> switch (approver) {
                    case Approver.Group group -> groupsOf(person).contains(group.id());
                    case Approver.Person one -> one.id().equals(person);
                    case Approver.Manager manager -> managerOf(asker).equals(Optional.of(person));
                });
    }

    private boolean isDecider(UUID person) {
        return deciders.of(person, id -> Deciders.isOne(edition, id, groupsOf(id)));
    }

    /** What the sign-in itself gives, to whoever calls with its session. */
    Set<UUID> groupsOfSession(UUID session) {
        return broughtBy.of(session, sources.brought::by);
    }

    /** Where the facts about askers are read: who there is, for whom he acts, and whose word counts. */
    @Singleton
    public static class Sources {
        final People people;
        final Groups groups;
        final Machines machines;
        final Mandates mandates;
        final Federations trust;
        final Groups.Brought brought;

        Sources(
                People people,
                Groups groups,
                Machines machines,
                Mandates mandates,
                Federations trust,
                Groups.Brought brought) {
            this.people = people;
            this.groups = groups;
            this.machines = machines;
            this.mandates = mandates;
            this.trust = trust;
            this.brought = brought;
        }
    }
}
