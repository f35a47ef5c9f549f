// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.sealing.OwnFactors;
import dev.cofactor.ground.sealing.OwnFactors.Content;
import dev.cofactor.ground.sealing.OwnFactors.Place;
import dev.cofactor.ground.sealing.OwnFactors.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "factor_app")
class AppRow {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID person;

    @Column(updatable = false)
    String label;

    @Column(updatable = false)
    String algorithm;

    @Column(updatable = false)
    int digits;

    @Column(updatable = false)
    int period;

    @Column(updatable = false)
    int lookAround;

    UUID key;
    byte[] seed;

    @Column(updatable = false)
    Instant createdAt;

    @Column(updatable = false)
    UUID session;

    @Column(updatable = false)
    Instant expiresAt;

    @Nullable
    Instant provedAt;

    @Nullable
    Long lastStep;

    @Nullable
    Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected AppRow() {} // for Hibernate

    AppRow(App app, Sealed sealed, UUID session, Instant expiresAt) {
        this.id = app.id();
        this.person = app.person();
        this.label = app.label();
        this.algorithm = app.parameters().algorithm().name();
        this.digits = app.parameters().digits();
        this.period = app.parameters().period();
        this.lookAround = app.window();
        this.createdAt = app.created();
        this.key = sealed.key();
        this.seed = sealed.bytes();
        this.session = session;
        this.expiresAt = expiresAt;
    }

    App app() {
        Parameters parameters = Parameters.totp(Algorithm.find(algorithm).orElseThrow(), digits, period);
        return new App(
                id,
                person,
                label,
                parameters,
                lookAround,
                createdAt,
                Optional.ofNullable(provedAt),
                Optional.ofNullable(lastUsedAt));
    }

    Kept kept() {
        return new Kept(app(), new Sealed(key, seed), expiresAt);
    }

    /** An app with its seed, sealed. */
    record Kept(App app, Sealed sealed, Instant expires) {}

    /** Where an app's seed stands. Written so for ever: it is bound. */
    static Place place(App app) {
        Parameters asked = app.parameters();
        String particulars =
                asked.algorithm().name() + "," + asked.digits() + "," + asked.period() + "," + app.window();
        return new OwnFactors.Place(app.person(), app.id(), Content.SEED, particulars);
    }
}
