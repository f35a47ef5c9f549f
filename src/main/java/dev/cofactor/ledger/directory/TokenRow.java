// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.identity.AddressRanges;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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
    String[] ranges;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init")
    protected TokenRow() {} // for Hibernate

    TokenRow(Token token, byte[] hash) {
        this.id = token.id();
        this.service = token.service();
        this.label = token.label();
        this.hash = hash.clone();
        this.ranges = token.from().written().toArray(String[]::new);
        this.createdAt = token.since();
        this.expiresAt = token.until();
        this.replaces = token.replaces().orElse(null);
    }

    Token token() {
        return new Token(
                id,
                service,
                label,
                AddressRanges.of(List.of(ranges)),
                createdAt,
                expiresAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(replaces));
    }
}
