// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "seed")
class SeedRow {
    @Id
    UUID value;

    UUID entry;
    UUID secret;
    UUID field;
    byte[] fingerprint;
    String kind;
    String algorithm;
    int digits;
    int period;
    long counter;
    String issuer;
    String account;
    String state;
    Instant enteredAt;
    UUID enteredBy;
    int shown;

    @Nullable
    Instant provedAt;

    @Nullable
    UUID provedBy;

    @Nullable
    Instant endedAt;

    byte[] mac;

    /** What becomes of a seed; there is no way back. */
    enum State {
        UNDER_PROOF,
        SERVING,
        DESTROYED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected SeedRow() {} // for Hibernate

    /** @param entered where the value under proof stands */
    @SuppressWarnings("NullAway.Init") // the code over the columns comes when all of them are there
    SeedRow(UUID value, Where entered, byte[] fingerprint, Parameters parameters, UUID by, Instant time) {
        this.value = value;
        this.entry = entered.value();
        this.secret = entered.secret();
        this.field = entered.field();
        this.fingerprint = fingerprint.clone();
        this.kind = parameters.kind().name().toLowerCase(Locale.ROOT);
        this.algorithm = parameters.algorithm().name();
        this.digits = parameters.digits();
        this.period = parameters.period();
        this.counter = parameters.counter();
        this.state = State.UNDER_PROOF.word();
        this.enteredBy = by;
        this.enteredAt = time;
    }

    /** As it stands in the table; nothing that is done to it is written. */
    static SeedRow of(ResultSet row) throws SQLException {
        SeedRow read = new SeedRow();
        read.value = row.getObject("value", UUID.class);
        read.entry = row.getObject("entry", UUID.class);
        read.secret = row.getObject("secret", UUID.class);
        read.field = row.getObject("field", UUID.class);
        read.fingerprint = row.getBytes("fingerprint");
        read.kind = row.getString("kind");
        read.algorithm = row.getString("algorithm");
        read.digits = row.getInt("digits");
        read.period = row.getInt("period");
        read.counter = row.getLong("counter");
        read.issuer = row.getString("issuer");
        read.account = row.getString("account");
        read.state = row.getString("state");
        read.enteredAt = row.getTimestamp("entered_at").toInstant();
        read.enteredBy = row.getObject("entered_by", UUID.class);
        read.shown = row.getInt("shown");
        read.provedAt = instant(row, "proved_at");
        read.provedBy = row.getObject("proved_by", UUID.class);
        read.endedAt = instant(row, "ended_at");
        read.mac = row.getBytes("mac");
        return read;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    void name(Account named) {
        issuer = named.issuer();
        account = named.name();
    }

    void prove(UUID by, Instant time) {
        state = State.SERVING.word();
        provedBy = by;
        provedAt = time;
    }

    void end(Instant time) {
        state = State.DESTROYED.word();
        endedAt = time;
    }

    boolean is(State asked) {
        return state.equals(asked.word());
    }

    Parameters parameters() {
        return new Parameters(
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Algorithm.valueOf(algorithm), digits, period, counter);
    }

    /** One of its steps, for this holder alone. */
    Claim.Step claim(int ahead, UUID session, UUID actor) {
        return new Claim.Step(
                fingerprint.clone(),
                Duration.ofSeconds(period),
                ahead,
                Duration.ZERO,
                Claim.Sharing.EXCLUSIVE,
                session,
                actor,
                secret);
    }

    Where underProof() {
        return new Where(secret, field, entry, Content.SEED_UNDER_PROOF);
    }

    Where serving() {
        return new Where(secret, field, value, Content.SEED);
    }

    /** What safety depends on, in an order that never changes. What it is called and how often it was shown is not in it. */
    List<byte[]> columns() {
        return Stream.concat(
                        Stream.of(fingerprint.clone()),
                        Stream.of(
                                        entry.toString(),
                                        secret.toString(),
                                        field.toString(),
                                        kind,
                                        algorithm,
                                        Integer.toString(digits),
                                        Integer.toString(period),
                                        Long.toString(counter),
                                        state,
                                        enteredBy.toString(),
                                        time(enteredAt),
                                        String.valueOf(provedBy),
                                        time(provedAt),
                                        time(endedAt))
                                .map(text -> text.getBytes(US_ASCII)))
                .toList();
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "never" : Long.toString(time.toEpochMilli());
    }
}
