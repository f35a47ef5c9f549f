// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "secret")
class SecretRow {
    @Id
    UUID id;

    UUID template;
    int templateVersion;
    String description;
    String state;
    boolean watched;
    Instant createdAt;

    @Nullable
    Instant deletedAt;

    byte @Nullable [] mac;

    @SuppressWarnings("NullAway.Init")
    protected SecretRow() {} // for Hibernate

    SecretRow(UUID id, UUID template, int templateVersion, Description description, Instant createdAt) {
        this.id = id;
        this.template = template;
        this.templateVersion = templateVersion;
        this.description = description.value();
        this.state = Placed.State.DRAFT.word();
        this.createdAt = createdAt;
    }

    boolean isDeleted() {
        return Placed.State.DELETED.word().equals(state);
    }
}
