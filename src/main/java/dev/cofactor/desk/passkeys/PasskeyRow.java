// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "passkey")
class PasskeyRow {
    @Id
    UUID id;

    UUID person;
    byte[] credential;
    byte[] publicKey;
    long signCount;
    String transports;
    boolean backupEligible;
    boolean userVerified;
    String label;
    Instant createdAt;

    @Nullable
    Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected PasskeyRow() {} // for Hibernate

    PasskeyRow(UUID id, UUID person, Credential shown, String label, Instant createdAt) {
        this.id = id;
        this.person = person;
        this.credential = shown.id();
        this.publicKey = shown.publicKey();
        this.signCount = shown.signCount();
        this.transports = String.join(" ", new TreeSet<>(shown.transports()));
        this.backupEligible = shown.backupEligible();
        this.userVerified = shown.userVerified();
        this.label = label;
        this.createdAt = createdAt;
    }

    Passkey passkey() {
        return new Passkey(id, label, backupEligible, createdAt, Optional.ofNullable(lastUsedAt));
    }

    Credential credential() {
        Set<String> ways = transports.isEmpty() ? Set.of() : Set.of(transports.split(" ", -1));
        return new Credential(credential, publicKey, signCount, ways, backupEligible, userVerified);
    }
}
