// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.signin.Session.Opening;
import dev.cofactor.desk.signin.Session.Proof;
import dev.cofactor.desk.signin.Session.Stage;
import dev.cofactor.desk.signin.Session.Via;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session")
class SessionRow {
    @Id
    byte[] tokenHash;

    UUID id;
    UUID person;
    boolean programs;
    String stage;
    String via;
    boolean asserted;

    @Nullable
    Instant factorAt;

    @Nullable
    String factorMethod;

    Instant openedAt;
    Instant usedAt;
    Instant idleUntil;
    Instant endsAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {} // for Hibernate

    SessionRow(SessionToken token, UUID id, Opening opening, Instant now, Instant idleUntil, Instant endsAt) {
        this.tokenHash = token.hash();
        this.id = id;
        this.person = opening.person();
        this.programs = !token.isForBrowsers();
        this.stage = opening.stage().word();
        this.via = opening.via().word();
        this.asserted = opening.asserted();
        opening.proof().ifPresent(this::proved);
        this.openedAt = now;
        this.usedAt = now;
        this.idleUntil = idleUntil;
        this.endsAt = endsAt;
    }

    /** What another session of the same sign-in begins with. */
    Opening opening() {
        return new Opening(person, stage(), via(), proof(), asserted);
    }

    final void proved(Proof proof) {
        factorAt = proof.at();
        factorMethod = proof.method();
    }

    Optional<Proof> proof() {
        return Optional.ofNullable(factorAt).map(at -> new Proof(String.valueOf(factorMethod), at));
    }

    Stage stage() {
        return Stage.valueOf(stage.toUpperCase(Locale.ROOT));
    }

    Via via() {
        return Via.valueOf(via.toUpperCase(Locale.ROOT));
    }

    Instant end() {
        return idleUntil.isBefore(endsAt) ? idleUntil : endsAt;
    }

    boolean stands(Instant now) {
        return end().isAfter(now);
    }
}
