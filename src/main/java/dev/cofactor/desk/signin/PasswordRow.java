// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "password")
class PasswordRow {
    @Id
    UUID person;

    String hash;
    boolean initial;
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected PasswordRow() {} // for Hibernate

    PasswordRow(UUID person, String hash, boolean initial, Instant changedAt) {
        this.person = person;
        this.hash = hash;
        this.initial = initial;
        this.changedAt = changedAt;
    }

    void replace(String newHash, boolean nowInitial, Instant now) {
        hash = newHash;
        initial = nowInitial;
        changedAt = now;
    }
}
