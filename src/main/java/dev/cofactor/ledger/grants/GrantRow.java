// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Written once. Its uses are counted where claims are settled, and it ends by statements of its own. */
@Entity
@Table(name = "access_grant")
class GrantRow {
    @Id
    UUID id;

    UUID actor;
    String action;
    UUID secret;
    byte[] clause;
    int usesLeft;
    Instant ends;

    @Nullable
    String ended;

    @Nullable
    UUID request;

    @Nullable
    String run;

    @SuppressWarnings("NullAway.Init")
    protected GrantRow() {} // for Hibernate

    GrantRow(UUID id, RequestRow asked, Instant ends, int uses) {
        this.id = id;
        this.actor = asked.hand;
        this.action = asked.verb;
        this.secret = asked.secret;
        this.clause = asked.clause.clone();
        this.usesLeft = uses;
        this.ends = ends;
        this.request = asked.id;
        this.run = asked.run;
    }

    Remains remains() {
        return new Remains(id, ends, usesLeft, Optional.ofNullable(ended));
    }
}
