// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "session")
class SessionRow {
    @Id
    byte[] tokenHash;

    UUID id;
    UUID person;
    Instant openedAt;
    Instant idleUntil;
    Instant endsAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {} // for Hibernate

    SessionRow(byte[] tokenHash, UUID id, UUID person, Instant now, Instant idleUntil, Instant endsAt) {
        this.tokenHash = tokenHash;
        this.id = id;
        this.person = person;
        this.openedAt = now;
        this.idleUntil = idleUntil;
        this.endsAt = endsAt;
    }

    boolean stands(Instant now) {
        return idleUntil.isAfter(now) && endsAt.isAfter(now);
    }
}
