// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "directory_group")
class GroupRow {
    @Id
    UUID id;

    String name;
    boolean builtIn;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected GroupRow() {} // for Hibernate

    GroupRow(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.builtIn = false;
        this.createdAt = createdAt;
    }

    Group group() {
        return new Group(id, name, builtIn);
    }
}
