// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.secrets.Seals;
import dev.cofactor.desk.secrets.Soundness;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.gathering.Gathering;
import dev.cofactor.ground.gathering.Trip;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The seeds that serve, for the room that hands out their codes. */
@Singleton
public class Seeds {
    private static final int MOST_AT_ONCE = 256;

    private final Gate gate;
    private final Slots slots;
    private final SeedRows rows;
    private final Custody custody;
    private final Soundness soundness;
    private final AgroalDataSource database;
    private final Gathering<UUID, Read> reading = new Gathering<>(MOST_AT_ONCE, this::read);

    Seeds(Gate gate, Slots slots, SeedRows rows, Custody custody, Soundness soundness, AgroalDataSource database) {
        this.gate = gate;
        this.slots = slots;
        this.rows = rows;
        this.custody = custody;
        this.soundness = soundness;
        this.database = database;
    }

    /** A secret's seeds, by all that may be told of them. */
    public record Known(Placed secret, SeedJson.Whole whole) {
        public Optional<SeedJson.Shown> serving() {
            return in(SeedRow.State.SERVING);
        }

        public Optional<SeedJson.Shown> underProof() {
            return in(SeedRow.State.UNDER_PROOF);
        }

        private Optional<SeedJson.Shown> in(SeedRow.State state) {
            return whole.seeds().stream()
                    .filter(seed -> seed.state().equals(state.word()))
                    .findFirst();
        }
    }

    /** For whoever may read about it. */
    public Known known(Caller caller, String asked) {
        return known(slots.require(caller, asked, Verb.SECRET_READ_META));
    }

    /** For whoever was found to be allowed already. */
    Known known(Placed secret) {
        List<SeedJson.Shown> all =
                rows.all(secret.secret()).stream().map(SeedJson.Shown::of).toList();
        return new Known(secret, new SeedJson.Whole(all, holders(secret)));
    }

    List<SeedJson.Holder> holders(Placed secret) {
        return custody.of(secret.secret()).stream().map(SeedJson.Holder::of).toList();
    }

    /**
     * A seed that serves, still sealed.
     *
     * @param where its value is the seed's id, by which a counter is claimed
     * @param fingerprint by which steps are claimed
     * @param step the strictest among all secrets that have this very seed
     * @param leastLife how long a code must still be good for when it leaves
     */
    public record Serving(
            Where where,
            Values.Sealed sealed,
            Parameters parameters,
            byte[] fingerprint,
            StepPolicy step,
            Duration leastLife) {}

    /** All that was read of secrets: what they hold, which seeds serve in them, and where else those do. */
    private record Read(Seals.Held held, Map<UUID, SeedRow> serving, Map<UUID, Set<UUID>> elsewhere) {}

    /** A secret whose rows are those that were written, and its seed. */
    public record Sound(Placed secret, Optional<Serving> serving) {}

    /**
     * What is found of a secret, whose rows are believed only while the seal over them holds; all of it is read together with
     * what others ask for at this moment. Whoever releases compares the secret's row version, read before.
     *
     * @throws Problem when a row is not as it was left; that it was found so is on the log
     */
    public Sound sound(Caller caller, Catalogue.Coded first, Verb verb) {
        AtomicReference<Read> last = new AtomicReference<>();
        Placed sound = soundness.sound(caller, first, verb, secret -> {
            last.set(reading.ask(secret).orElseThrow());
            return last.get().held;
        });
        return new Sound(sound, serving(sound, last.get()));
    }

    /** Nothing while the secret is a draft. */
    public Optional<Serving> serving(UUID secret) {
        return slots.find(secret)
                .flatMap(found -> serving(found, reading.ask(secret).orElseThrow()));
    }

    private Map<UUID, Read> read(Set<UUID> secrets) {
        Read read = new Read(new Seals.Held(), new HashMap<>(), new HashMap<>());
        List<Trip.Part> parts = new ArrayList<>(read.held.parts());
        parts.add(SeedRows.serving(read.serving));
        parts.add(SeedRows.elsewhere(read.elsewhere));
        try (Connection connection = database.getConnection()) {
            Trip.run(connection, secrets, parts);
        } catch (SQLException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "unavailable", "the database does not answer");
        }
        return secrets.stream().collect(Collectors.toMap(secret -> secret, secret -> read));
    }

    private Optional<Serving> serving(Placed secret, Read read) {
        return Optional.of(secret)
                .filter(found -> found.state() == Placed.State.ACTIVE)
                .flatMap(found -> Optional.ofNullable(read.serving.get(found.secret())))
                .map(row -> serving(secret, row, read));
    }

    /** Whether there is one, for pages; nothing of it is looked at. */
    public boolean isServing(Placed secret) {
        return secret.state() == Placed.State.ACTIVE
                && rows.serving(secret.secret()).isPresent();
    }

    /** Those of these in which one serves; nothing of them is looked at. */
    public Set<UUID> servingIn(Collection<Placed> some) {
        return rows.servingIn(some.stream()
                .filter(one -> one.state() == Placed.State.ACTIVE)
                .map(Placed::secret)
                .toList());
    }

    /** Whether the one it has counts instead of following the clock, for pages. */
    public boolean isCounting(Placed secret) {
        return secret.state() == Placed.State.ACTIVE
                && rows.serving(secret.secret())
                        .filter(row -> !row.parameters().kind().isTimed())
                        .isPresent();
    }

    /** Whether this is the one, of a secret as it is now; for those who change it. */
    public boolean isServing(UUID secret, UUID seed) {
        return slots.find(secret)
                .filter(found -> found.state() == Placed.State.ACTIVE)
                .flatMap(found -> rows.serving(secret))
                .filter(row -> row.value.equals(seed))
                .isPresent();
    }

    private Serving serving(Placed secret, SeedRow row, Read read) {
        Vault.Kept kept = read.held.values(secret.secret()).stream()
                .filter(value -> value.value().equals(row.value))
                .flatMap(value -> value.seed().stream())
                .filter(value -> rows.holds(row) && value.where().equals(row.serving()))
                .findFirst()
                .orElseThrow(() -> noted(row));
        FieldRules.Otp rules = slots.forSeedOf(secret).rules();
        return new Serving(
                kept.where(),
                kept.sealed(),
                row.parameters(),
                row.fingerprint.clone(),
                strictest(read.elsewhere.getOrDefault(row.value, Set.of()), rules.step()),
                Duration.ofSeconds(rules.leastLife()));
    }

    private StepPolicy strictest(Set<UUID> elsewhere, StepPolicy own) {
        return elsewhere.stream()
                .flatMap(other -> slots.find(other).stream())
                .map(other -> slots.forSeed(other).rules().step())
                .min(Comparator.naturalOrder())
                .filter(one -> one.compareTo(own) < 0)
                .orElse(own);
    }

    private SeedRefused noted(SeedRow row) {
        SeedRefused altered = SeedRefused.altered();
        Subject about = new Subject(Subject.Kind.SECRET, row.secret);
        gate.note(Fact.failed(Caller.HOST, EventClass.RELEASE_ABORTED, Optional.of(about))
                .saying(Details.none().with(Name.VALUE, row.value).with(Name.CODE, altered.code())));
        return altered;
    }
}
