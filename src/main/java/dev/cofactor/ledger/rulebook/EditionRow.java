// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Read here, written by {@link EditionRows#insert} alone: author and time are for those who look editions up. */
@Entity
@Immutable
@Table(name = "edition")
class EditionRow {
    @Id
    long number;

    byte[] hash;
    byte[] document;
    UUID event;

    @SuppressWarnings("NullAway.Init")
    protected EditionRow() {} // for Hibernate
}
