// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "credential_shown")
@IdClass(ShownRow.Key.class)
class ShownRow {
    @Id
    UUID credential;

    @Id
    UUID person;

    UUID service;
    Instant shownAt;

    /** Something shown to somebody. */
    record Key(UUID credential, UUID person) {}

    @SuppressWarnings("NullAway.Init")
    protected ShownRow() {} // for Hibernate

    ShownRow(UUID credential, UUID service, UUID person, Instant at) {
        this.credential = credential;
        this.service = service;
        this.person = person;
        this.shownAt = at;
    }
}
