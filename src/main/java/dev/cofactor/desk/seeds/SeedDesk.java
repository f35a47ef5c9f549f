// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.seeds.Slots.Slot;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.Fingerprints;
import dev.cofactor.ground.sealing.SeedsUnderProof;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes seeds in, and lets go of those they take the place of. All of it through the gate, each in one commit. */
@ApplicationScoped
class SeedDesk {
    private final Gate gate;
    private final Slots slots;
    private final SeedRows seeds;
    private final CustodyRows custody;
    private final Vault vault;
    private final SeedsUnderProof underProof;
    private final Fingerprints fingerprints;
    private final CatalogueEdits edits;
    private final Catalogue catalogue;
    private final Ids ids;

    SeedDesk(
            Gate gate,
            Slots slots,
            SeedRows seeds,
            CustodyRows custody,
            Vault vault,
            SeedsUnderProof underProof,
            Fingerprints fingerprints,
            CatalogueEdits edits,
            Catalogue catalogue,
            Ids ids) {
        this.gate = gate;
        this.slots = slots;
        this.seeds = seeds;
        this.custody = custody;
        this.vault = vault;
        this.underProof = underProof;
        this.fingerprints = fingerprints;
        this.edits = edits;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /** What becomes of a seed that serves, when another is entered. */
    enum Mode {
        /** It serves until the new one is proved. */
        PLANNED,
        /** Somebody has it who should not: it stops at once, and with it what was granted on it. */
        COMPROMISED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Mode of(Optional<String> word) {
            return switch (word.orElse("planned")) {
                case "planned" -> PLANNED;
                case "compromised" -> COMPROMISED;
                default -> throw SeedRefused.malformed("mode is planned or compromised");
            };
        }
    }

    /**
     * What came of an entry.
     *
     * @param sameAsBefore whether this secret has had the very same seed
     * @param alsoIn other secrets with the very same seed, as far as the caller may know of them
     */
    record Taken(SeedRow seed, Set<Enrolment.Remark> remarks, boolean sameAsBefore, List<Placed> alsoIn) {}

    /** A seed on its way in, sealed already. */
    private record Sealed(UUID value, Where where, Values.Sealed sealed, byte[] fingerprint) {}

    /** Who may enter one: the first seed is a secret's making, every later one an overwrite. */
    Verb verb(UUID secret) {
        return seeds.everServed(secret) ? Verb.SEED_OVERWRITE : Verb.SECRET_EDIT;
    }

    /** Before a picture is looked at for him. */
    Slot admit(Caller caller, String asked) {
        Verb verb = slots.find(asked).map(found -> verb(found.secret())).orElse(Verb.SECRET_EDIT);
        return slots.forSeed(slots.require(caller, asked, verb));
    }

    /** Closes what was entered. */
    Taken enter(Caller caller, Slot slot, Entered entered, Mode mode) {
        UUID secret = slot.id();
        Sealed sealed;
        Enrolment enrolment = entered.enrolment();
        try (entered) {
            entered.mustFit(slot.rules());
            Where where = new Where(secret, slot.field().id(), ids.next(), Content.SEED_UNDER_PROOF);
            sealed = new Sealed(
                    ids.next(), where, underProof.seal(where, enrolment.seed()), fingerprints.of(enrolment.seed()));
        }
        Verb verb = verb(secret);
        EventClass kind = verb == Verb.SEED_OVERWRITE ? EventClass.SEED_OVERWRITTEN : EventClass.SEED_ENROLLED;
        Ask ask = new Ask(caller, verb, kind, () -> slots.look(caller, secret));
        boolean before = seeds.all(secret).stream().anyMatch(row -> Arrays.equals(row.fingerprint, sealed.fingerprint));
        SeedRow row = slots.change(ask, secret, at -> {
                    mustBeAsDecided(slot, verb);
                    Optional<UUID> former = makeRoom(secret, mode, at);
                    SeedRow made = put(caller, sealed, entered, at);
                    Details details = Details.none()
                            .with(Name.FIELD, slot.field().id())
                            .with(Name.VALUE, made.value)
                            .with(Name.METHOD, entered.how().word())
                            .with(Name.OTHER, former.map(UUID::toString));
                    return new Done<>(
                            made,
                            verb == Verb.SEED_OVERWRITE ? details.with(Name.PARTS, List.of(mode.word())) : details,
                            List.of());
                })
                .result()
                .orElseThrow();
        return new Taken(row, enrolment.remarks(), before, alsoIn(caller, row));
    }

    private void mustBeAsDecided(Slot slot, Verb verb) {
        Placed now = slots.now(slot.id());
        boolean same = now.templateVersion() == slot.secret().templateVersion() && verb(slot.id()) == verb;
        if (!same) {
            throw SeedRefused.changedMeanwhile();
        }
    }

    /** @return the seed that serves, or did until now */
    private Optional<UUID> makeRoom(UUID secret, Mode mode, Done.Moment at) {
        seeds.underProof(secret).ifPresent(former -> {
            vault.destroy(former.entry, at.time());
            former.end(at.time());
            seeds.save(former);
        });
        Optional<SeedRow> serving = seeds.serving(secret);
        if (mode == Mode.COMPROMISED) {
            serving.ifPresent(former -> {
                destroyServing(former, at);
                seeds.endLeases(former.fingerprint, at.time());
                seeds.endGrants(secret);
                edits.deactivate(secret);
            });
        }
        return serving.map(former -> former.value);
    }

    /** Its bytes and its key are gone with the commit. */
    void destroyServing(SeedRow former, Done.Moment at) {
        vault.destroy(former.value, at.time());
        former.end(at.time());
        seeds.save(former);
    }

    private SeedRow put(Caller caller, Sealed sealed, Entered entered, Done.Moment at) {
        UUID by = caller.actor().id();
        SeedRow row = new SeedRow(
                sealed.value(),
                sealed.where(),
                sealed.fingerprint(),
                entered.enrolment().parameters(),
                by,
                at.time());
        row.name(entered.enrolment().account());
        seeds.save(row);
        vault.add(sealed.where(), sealed.sealed(), by, at.event(), at.time());
        if (!row.parameters().kind().isTimed()) {
            seeds.beginCounter(row.value, row.counter);
        }
        custody.enter(row.value, caller.actor(), entered.how(), at.event(), at.time());
        return row;
    }

    private List<Placed> alsoIn(Caller caller, SeedRow row) {
        List<UUID> others = seeds.alive(row.fingerprint).stream()
                .map(other -> other.secret)
                .filter(other -> !other.equals(row.secret))
                .distinct()
                .toList();
        View view = gate.view(caller);
        return catalogue.find(others).stream()
                .filter(other -> view.shows(Sight.of(other, caller).target()))
                .toList();
    }

    /** Whose codes these are, in words; the seed stays as it is. What is not given stays. */
    void rename(Caller caller, Placed secret, long seen, Optional<String> issuer, Optional<String> account) {
        UUID id = secret.secret();
        Ask ask = new Ask(caller, Verb.SECRET_EDIT, EventClass.SECRET_EDITED, () -> slots.look(caller, id));
        slots.change(ask, id, at -> {
            if (slots.now(id).version() != seen) {
                throw SeedRefused.changedMeanwhile();
            }
            SeedRow row =
                    seeds.underProof(id).or(() -> seeds.serving(id)).orElseThrow(() -> SeedRefused.nothingHere("seed"));
            row.name(new Account(issuer.orElse(row.issuer), account.orElse(row.account)));
            seeds.save(row);
            Details details = Details.none()
                    .with(Name.FIELD, row.field)
                    .with(Name.VALUE, row.value)
                    .with(Name.PARTS, List.of("issuer", "account"));
            return new Done<>(id, details, List.of());
        });
    }
}
