// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationRow {
    @Id
    UUID id;

    UUID person;
    byte[] hash;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    boolean used;

    @SuppressWarnings("NullAway.Init")
    protected InvitationRow() {} // for Hibernate

    InvitationRow(UUID id, UUID person, byte[] hash, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.person = person;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
