// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "agent")
class AgentRow {
    @Id
    UUID id;

    String name;
    boolean active;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AgentRow() {} // for Hibernate

    AgentRow(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.active = true;
        this.createdAt = createdAt;
    }

    Agent agent() {
        return new Agent(id, name, active);
    }
}
