// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "template_version")
@IdClass(VersionRow.Key.class)
class VersionRow {
    @Id
    UUID template;

    @Id
    int version;

    Instant madeAt;

    @Nullable
    UUID author;

    @Nullable
    UUID event;

    /** How many it has; the database takes neither more nor fewer. */
    int fields;

    record Key(UUID template, int version) {}

    @SuppressWarnings("NullAway.Init")
    protected VersionRow() {} // for Hibernate

    VersionRow(TemplateVersion version, UUID event) {
        this.template = version.template();
        this.version = version.number();
        this.madeAt = version.made();
        this.author = version.author().orElse(null);
        this.event = event;
        this.fields = version.fields().size();
    }
}
