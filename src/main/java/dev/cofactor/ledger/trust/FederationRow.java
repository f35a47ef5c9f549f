// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "federation")
class FederationRow {
    @Id
    UUID id;

    UUID service;
    String name;
    String preset;
    String issuer;
    boolean active;
    int terms;
    UUID event;
    Instant createdAt;

    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected FederationRow() {} // for Hibernate

    FederationRow(Federation federation) {
        this.id = federation.id();
        this.service = federation.service();
        this.name = federation.name();
        this.preset = federation.preset();
        this.issuer = federation.issuer();
        this.active = federation.active();
        this.terms = federation.number();
        this.event = federation.event();
        this.createdAt = federation.since();
    }

    Federation on(Terms now) {
        return new Federation(
                id, service, name, preset, issuer, active, terms, now, event, createdAt, Optional.ofNullable(endedAt));
    }
}
