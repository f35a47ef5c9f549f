// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "recovery_set")
class CodeSetRow {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID person;

    @Column(updatable = false)
    String recipe;

    @Column(updatable = false)
    UUID session;

    @Column(updatable = false)
    Instant madeAt;

    @Nullable
    Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected CodeSetRow() {} // for Hibernate

    CodeSetRow(UUID id, UUID person, String recipe, UUID session, Instant madeAt) {
        this.id = id;
        this.person = person;
        this.recipe = recipe;
        this.session = session;
        this.madeAt = madeAt;
    }
}
