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

    UUID person;
    Instant openedAt;
    Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {} // for Hibernate

    SessionRow(byte[] tokenHash, UUID person, Instant now) {
        this.tokenHash = tokenHash;
        this.person = person;
        this.openedAt = now;
        this.seenAt = now;
    }
}
