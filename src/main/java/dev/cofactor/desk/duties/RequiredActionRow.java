// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "required_action")
class RequiredActionRow {
    @Id
    UUID id;

    String action;

    @Nullable
    UUID target;

    Instant since;

    @Nullable
    Instant until;

    @SuppressWarnings("NullAway.Init")
    protected RequiredActionRow() {} // for Hibernate

    RequiredActionRow(UUID id, Duty duty, @Nullable UUID target, Instant since) {
        this.id = id;
        this.action = duty.word();
        this.target = target;
        this.since = since;
    }

    Duty duty() {
        return Duty.of(action).orElseThrow();
    }
}
