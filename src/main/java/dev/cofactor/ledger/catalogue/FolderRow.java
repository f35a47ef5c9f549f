// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "folder")
class FolderRow {
    @Id
    UUID id;

    @Nullable
    UUID person;

    Instant createdAt;

    @Nullable
    Instant deletedAt;

    @SuppressWarnings("NullAway.Init")
    protected FolderRow() {} // for Hibernate

    FolderRow(UUID id, @Nullable UUID person, Instant createdAt) {
        this.id = id;
        this.person = person;
        this.createdAt = createdAt;
    }
}
