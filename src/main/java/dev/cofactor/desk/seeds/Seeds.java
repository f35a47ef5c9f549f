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
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The seeds that serve, for the room that hands out their codes. */
@ApplicationScoped
public class Seeds {
    private final Gate gate;
    private final Slots slots;
    private final SeedRows rows;
    private final Vault vault;
    private final Custody custody;

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

    /**
     * Nothing while the secret is a draft. Whoever releases compares the secret's row version, read before.
     *
     * @throws SeedRefused when the row is not as it was left; that it was found so is on the log
     */
    public Optional<Serving> serving(UUID secret) {
        return slots.find(secret).flatMap(this::serving);
    }

    /** The same of a secret that has been found already. */
    public Optional<Serving> serving(Placed secret) {
        return Optional.of(secret)
                .filter(found -> found.state() == Placed.State.ACTIVE)
                .flatMap(found -> rows.serving(found.secret()).map(row -> serving(found, row)));
    }

    /** Whether there is one, for pages; nothing of it is looked at. */
    public boolean isServing(Placed secret) {
        return secret.state() == Placed.State.ACTIVE
                && rows.serving(secret.secret()).isPresent();
    }

    private Serving serving(Placed secret, SeedRow row) {
        Vault.Kept kept = vault.find(row.value)
                .filter(found -> rows.holds(row) && found.where().equals(row.serving()))
                .orElseThrow(() -> noted(row));
        FieldRules.Otp rules = slots.forSeed(secret).rules();
        return new Serving(
                kept.where(),
                kept.sealed(),
                row.parameters(),
                row.fingerprint.clone(),
                strictest(row, rules.step()),
                Duration.ofSeconds(rules.leastLife()));
    }

    private StepPolicy strictest(SeedRow row, StepPolicy own) {
        return rows.alive(row.fingerprint).stream()
                .filter(other -> other.is(SeedRow.State.SERVING))
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
