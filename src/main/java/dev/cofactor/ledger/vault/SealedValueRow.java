// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value. The server may not alter where it stands: the database refuses it. */
@Entity
@Table(name = "sealed_value")
class SealedValueRow {
    @Id
    UUID value;

    @Column(updatable = false)
    UUID secret;

    @Column(updatable = false)
    UUID field;

    @Column(updatable = false)
    String content;

    @Nullable
    UUID key;

    byte @Nullable [] dataKey;

    byte @Nullable [] bytes;

    @Column(updatable = false)
    Instant since;

    @Column(updatable = false)
    UUID event;

    @Column(updatable = false)
    UUID actor;

    @Nullable
    Instant until;

    @Nullable
    Instant destroyedAt;

    @SuppressWarnings("NullAway.Init")
    protected SealedValueRow() {} // for Hibernate

    SealedValueRow(Where where, Values.Sealed sealed, UUID actor, UUID event, Instant time) {
        this.value = where.value();
        this.secret = where.secret();
        this.field = where.field();
        this.content = where.content().word();
        this.key = sealed.key();
        this.dataKey = sealed.dataKey();
        this.bytes = sealed.bytes();
        this.actor = actor;
        this.event = event;
        this.since = time;
    }

    /** Nothing where it was destroyed. */
    Optional<Vault.Kept> kept() {
        UUID under = key;
        byte[] wrapped = dataKey;
        byte[] content = bytes;
        if (under == null || wrapped == null || content == null) {
            return Optional.empty();
        }
        Where where = new Where(secret, field, value, content(this.content));
        return Optional.of(new Vault.Kept(
                where, new Values.Sealed(under, wrapped, content), since, event, actor, Optional.ofNullable(until)));
    }

    static Where.Content content(String word) {
        return Arrays.stream(Where.Content.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The clock may have been set back meanwhile; nothing ends before it began. */
    void end(Instant time) {
        if (until == null) {
            until = time.isBefore(since) ? since : time;
        }
    }

    void destroy(Instant time) {
        end(time);
        Instant ended = until;
        destroyedAt = ended != null && time.isBefore(ended) ? ended : time;
        key = null;
        dataKey = null;
        bytes = null;
    }
}
