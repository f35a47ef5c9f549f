// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "channel")
class ChannelRow {
    @Id
    UUID id;

    @Column(updatable = false)
    String kind;

    String name;
    boolean active;
    UUID event;

    @Column(updatable = false)
    Instant createdAt;

    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected ChannelRow() {} // for Hibernate

    ChannelRow(Channel channel) {
        this.id = channel.id();
        this.kind = channel.kind().word();
        this.name = channel.name();
        this.active = channel.active();
        this.event = channel.event();
        this.createdAt = channel.since();
    }

    Channel channel() {
        return new Channel(
                id, Channel.Kind.of(kind).orElseThrow(), name, active, event, createdAt, Optional.ofNullable(endedAt));
    }
}
