// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Read here, written by {@link EditionRows#insert} alone. */
@Entity
@Immutable
@Table(name = "edition")
class EditionRow {
    @Id
    long number;

    byte[] hash;
    byte[] document;

    @Nullable
    UUID author;

    UUID event;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected EditionRow() {} // for Hibernate
}
