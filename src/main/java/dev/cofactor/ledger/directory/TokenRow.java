// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "token")
class TokenRow {
    @Id
    UUID id;

    UUID service;
    String label;
    byte[] hash;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected TokenRow() {} // for Hibernate

    TokenRow(Token token, byte[] hash) {
        this.id = token.id();
        this.service = token.service();
        this.label = token.label();
        this.hash = hash.clone();
        this.createdAt = token.since();
        this.expiresAt = token.until();
    }

    Token token() {
        return new Token(id, service, label, createdAt, expiresAt, Optional.ofNullable(endedAt));
    }
}
