// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "passkey_challenge")
class ChallengeRow {
    @Id
    byte[] hash;

    UUID person;
    UUID session;
    String purpose;
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected ChallengeRow() {} // for Hibernate

    ChallengeRow(byte[] hash, Challenges.For whom, Instant expiresAt) {
        this.hash = hash.clone();
        this.person = whom.person();
        this.session = whom.session();
        this.purpose = whom.purpose().word();
        this.expiresAt = expiresAt;
    }
}
