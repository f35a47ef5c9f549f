// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "template")
class TemplateRow {
    @Id
    UUID id;

    String name;
    String description;
    boolean predefined;
    Instant createdAt;

    @Nullable
    Instant deletedAt;

    @SuppressWarnings("NullAway.Init")
    protected TemplateRow() {} // for Hibernate

    TemplateRow(UUID id, String name, String description, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.createdAt = createdAt;
    }
}
