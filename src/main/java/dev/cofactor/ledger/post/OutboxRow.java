// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Only read as a whole: the settling of claims adds it, when it was read is set alone, and couriers see {@link WaitingRows}. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    UUID id;

    String kind;
    UUID recipient;
    byte[] message;
    Instant createdAt;

    @Nullable
    Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected OutboxRow() {} // for Hibernate

    /** Empty, where it is not in a form that is known here. */
    Optional<Inbox.Notice> notice() {
        return Message.read(message).map(said -> new Inbox.Notice(id, said, createdAt, Optional.ofNullable(readAt)));
    }
}
