// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.sealing.ChannelSecrets.Place;
import dev.cofactor.ground.sealing.ChannelSecrets.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Added and taken away, and never altered. */
@Entity
@Table(name = "channel_secret")
@IdClass(ChannelSecretRow.Key.class)
class ChannelSecretRow {
    @Id
    UUID channel;

    @Id
    String content;

    UUID key;
    byte[] sealed;

    /** Of a former one alone. */
    @Nullable
    Instant goodUntil;

    /** A channel has one of each content at most. */
    record Key(UUID channel, String content) {
        static Key of(Place place) {
            return new Key(place.channel(), place.content().word());
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected ChannelSecretRow() {} // for Hibernate

    ChannelSecretRow(Place place, Sealed content, @Nullable Instant goodUntil) {
        this.channel = place.channel();
        this.content = place.content().word();
        this.key = content.key();
        this.sealed = content.bytes();
        this.goodUntil = goodUntil;
    }

    Sealed content() {
        return new Sealed(key, sealed);
    }
}
