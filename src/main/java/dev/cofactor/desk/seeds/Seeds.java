// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

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
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The seeds that serve, for the room that hands out their codes. */
@ApplicationScoped
public class Seeds {
    private static final int MOST_AT_ONCE = 256;

    private final Gate gate;
    private final Slots slots;
    private final SeedRows rows;
    private final Vault vault;
    private final Custody custody;
    private final Gathering<UUID, Rows> serving = new Gathering<>(MOST_AT_ONCE, this::read);

    Seeds(Gate gate, Slots slots, SeedRows rows, Vault vault, Custody custody) {
        this.gate = gate;
        this.slots = slots;
        this.rows = rows;
        this.vault = vault;
        this.custody = custody;
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

    /** The rows of a seed that serves: its own, its value's, and those of the very same seed in other secrets. */
    private record Rows(SeedRow own, Optional<Vault.Kept> kept, List<SeedRow> same) {}

    /**
     * Nothing while the secret is a draft. Whoever releases compares the secret's row version, read before.
     *
     * @throws SeedRefused when the row is not as it was left; that it was found so is on the log
     */
    public Optional<Serving> serving(UUID secret) {
        return slots.find(secret).flatMap(this::serving);
    }

    /** The same of a secret that has been found already; its rows are read together with what others ask for at this moment. */
    public Optional<Serving> serving(Placed secret) {
        return Optional.of(secret)
                .filter(found -> found.state() == Placed.State.ACTIVE)
                .flatMap(found -> serving.ask(found.secret()).map(rows -> serving(found, rows)));
    }

    private Map<UUID, Rows> read(Set<UUID> secrets) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<SeedRow> own = rows.serving(secrets);
            if (own.isEmpty()) {
                return Map.of();
            }
            Map<UUID, Vault.Kept> kept =
                    vault.find(own.stream().map(row -> row.value).toList());
            List<SeedRow> same =
                    rows.servingAs(own.stream().map(row -> row.fingerprint).toList());
            return own.stream()
                    .collect(Collectors.toMap(
                            row -> row.secret,
                            row -> new Rows(
                                    row,
                                    Optional.ofNullable(kept.get(row.value)),
                                    same.stream()
                                            .filter(other -> Arrays.equals(other.fingerprint, row.fingerprint))
                                            .toList())));
        });
    }

    private Serving serving(Placed secret, Rows found) {
        SeedRow row = found.own;
        Vault.Kept kept = found.kept
                .filter(value -> rows.holds(row) && value.where().equals(row.serving()))
                .orElseThrow(() -> noted(row));
        FieldRules.Otp rules = slots.forSeedOf(secret).rules();
        return new Serving(
                kept.where(),
                kept.sealed(),
                row.parameters(),
                row.fingerprint.clone(),
                strictest(found, rules.step()),
                Duration.ofSeconds(rules.leastLife()));
    }

    private StepPolicy strictest(Rows found, StepPolicy own) {
        return found.same.stream()
                .filter(other -> !other.value.equals(found.own.value))
                .flatMap(other -> slots.find(other.secret).stream())
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
