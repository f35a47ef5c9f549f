// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "access_verdict")
class VerdictRow {
    @Id
    UUID id;

    UUID request;
    UUID person;
    boolean yes;

    @Nullable
    Integer uses;

    @Nullable
    Long seconds;

    UUID event;
    Instant at;

    @SuppressWarnings("NullAway.Init")
    protected VerdictRow() {} // for Hibernate

    VerdictRow(Verdict verdict) {
        id = verdict.id();
        request = verdict.request();
        person = verdict.person();
        yes = verdict.yes();
        uses = verdict.uses().isPresent() ? verdict.uses().getAsInt() : null;
        seconds = verdict.validFor().map(Duration::toSeconds).orElse(null);
        event = verdict.event();
        at = verdict.at();
    }

    Verdict verdict() {
        return new Verdict(
                id,
                request,
                person,
                yes,
                uses == null ? OptionalInt.empty() : OptionalInt.of(uses),
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                event,
                at);
    }
}
