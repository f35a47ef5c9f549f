// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which agents there are, and for whom they act. Says nothing of what any of them may do. */
@Singleton
@Transactional
public class Mandates {
    private final AgentRows agents;
    private final DelegationRows delegations;

    Mandates(AgentRows agents, DelegationRows delegations) {
        this.agents = agents;
        this.delegations = delegations;
    }

    public Optional<Agent> find(UUID agent) {
        return agents.findByIdOptional(agent).map(AgentRow::agent);
    }

    public List<Agent> all() {
        return agents.inOrder().stream().map(AgentRow::agent).toList();
    }

    public Optional<Delegation> delegation(UUID id) {
        return delegations.findByIdOptional(id).map(DelegationRow::delegation);
    }

    /** Whoever shows something with this hash is its agent. */
    public Optional<Delegation> delegation(byte[] hash) {
        return delegations.hashed(hash).map(DelegationRow::delegation);
    }

    /** Those that ended too, as of the two below: they tell who could act for whom when. */
    public List<Delegation> toAgent(UUID agent) {
        return delegations.toAgent(agent).stream()
                .map(DelegationRow::delegation)
                .toList();
    }

    public List<Delegation> byPerson(UUID person) {
        return delegations.byPerson(person).stream()
                .map(DelegationRow::delegation)
                .toList();
    }

    /** Of all agents, those that stand at this time. */
    public List<Delegation> standing(Instant at) {
        return delegations.standing(at).stream().map(DelegationRow::delegation).toList();
    }

    /** How many of a person's stand at this time. */
    public long standing(UUID person, Instant at) {
        return delegations.standing(person, at);
    }

    /** Part of a change, whose transaction is open: agents are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Agent add(UUID id, String name, Instant at) {
        requireFree(name, id);
        AgentRow row = new AgentRow(id, name, at);
        agents.persist(row);
        agents.flush();
        return row.agent();
    }

    /** Part of a change. Of an agent that is not active no delegation is good, and all are again when it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Agent edit(UUID id, String name, boolean active) {
        requireFree(name, id);
        agents.update("name = ?1, active = ?2 where id = ?3", name, active, id);
        return new Agent(id, name, active);
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delegate(Delegation delegation, byte[] hash) {
        delegations.persist(new DelegationRow(delegation, hash));
        delegations.flush();
    }

    /** Part of a change. What has ended before stays as it ended. @return whether it ended by this */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean end(UUID delegation, Instant at) {
        return delegations.update("endedAt = ?1 where id = ?2 and endedAt is null", at, delegation) == 1;
    }

    /** Part of a change: nobody acts for him any more, nor does anybody again without his saying so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int endAllBy(UUID person, Instant at) {
        return delegations.update("endedAt = ?1 where person = ?2 and endedAt is null", at, person);
    }

    private void requireFree(String name, UUID itself) {
        if (agents.named(name).filter(row -> !row.id.equals(itself)).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "agent-name-taken", "an agent has this name already");
        }
    }
}
