// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "person")
class PersonRow {
    @Id
    UUID id;

    String accountName;
    String displayName;
    boolean active;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {} // for Hibernate

    PersonRow(UUID id, AccountName name, String displayName, Instant createdAt) {
        this.id = id;
        this.accountName = name.value();
        this.displayName = displayName;
        this.active = true;
        this.createdAt = createdAt;
    }

    Person person() {
        return new Person(id, accountName, displayName, active);
    }
}
