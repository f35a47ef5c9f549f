// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "expectation")
class ExpectationRow {
    @Id
    UUID id;

    byte[] document;

    @Nullable
    UUID author;

    UUID event;
    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ExpectationRow() {} // for Hibernate

    ExpectationRow(KeptExpectations.Kept kept) {
        id = kept.id();
        document = kept.document().getBytes(StandardCharsets.UTF_8);
        author = kept.author();
        event = kept.event();
        changedAt = kept.at();
    }

    KeptExpectations.Kept kept() {
        return new KeptExpectations.Kept(id, new String(document, StandardCharsets.UTF_8), author, event, changedAt);
    }
}
