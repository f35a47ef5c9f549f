// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "person")
class PersonRow {
    @Id
    UUID id;

    String accountName;
    String displayName;
    boolean active;
    Instant createdAt;

    @Nullable
    Instant activatedAt;

    @Nullable
    Instant removedAt;

    @Nullable
    UUID manager;

    @Nullable
    String mail;

    @SuppressWarnings("NullAway.Init")
    protected PersonRow() {} // for Hibernate

    PersonRow(UUID id, AccountName name, String displayName, Instant createdAt) {
        this.id = id;
        this.accountName = name.value();
        this.displayName = displayName;
        this.active = false;
        this.createdAt = createdAt;
    }

    Person person() {
        return new Person(id, accountName, displayName, state());
    }

    private Person.State state() {
        if (removedAt != null) {
            return Person.State.REMOVED;
        }
        if (active) {
            return Person.State.ACTIVE;
        }
        return activatedAt == null ? Person.State.INVITED : Person.State.SUSPENDED;
    }
}
