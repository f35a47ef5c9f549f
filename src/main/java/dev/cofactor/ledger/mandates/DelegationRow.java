// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

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
@Table(name = "delegation")
class DelegationRow {
    @Id
    UUID id;

    UUID agent;
    UUID person;
    String label;
    byte[] hash;
    String[] ranges;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected DelegationRow() {} // for Hibernate

    DelegationRow(Delegation delegation, byte[] hash) {
        this.id = delegation.id();
        this.agent = delegation.agent();
        this.person = delegation.person();
        this.label = delegation.label();
        this.hash = hash.clone();
        this.ranges = delegation.from().written().toArray(String[]::new);
        this.createdAt = delegation.since();
        this.expiresAt = delegation.until();
    }

    Delegation delegation() {
        return new Delegation(
                id,
                agent,
                person,
                label,
                AddressRanges.of(List.of(ranges)),
                createdAt,
                expiresAt,
                Optional.ofNullable(endedAt));
    }
}
