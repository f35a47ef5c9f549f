// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "service")
class ServiceRow {
    @Id
    UUID id;

    String name;
    boolean active;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ServiceRow() {} // for Hibernate

    ServiceRow(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.active = true;
        this.createdAt = createdAt;
    }

    Service service() {
        return new Service(id, name, active);
    }
}
