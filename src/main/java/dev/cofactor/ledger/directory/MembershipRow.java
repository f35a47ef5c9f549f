// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Key.class)
class MembershipRow {
    @Id
    UUID groupId;

    @Id
    UUID member;

    @Id
    Instant since;

    @Nullable
    Instant until;

    /** One membership of several that may follow each other. */
    record Key(UUID groupId, UUID member, Instant since) {}

    @SuppressWarnings("NullAway.Init")
    protected MembershipRow() {} // for Hibernate

    MembershipRow(UUID groupId, UUID member, Instant since) {
        this.groupId = groupId;
        this.member = member;
        this.since = since;
    }
}
