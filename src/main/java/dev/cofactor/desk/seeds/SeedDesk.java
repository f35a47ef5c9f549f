// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.seeds.Entered.Mode;
import dev.cofactor.desk.seeds.Slots.Slot;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.SeedsUnderProof;
import dev.cofactor.ground.sealing.Tags.Fingerprints;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.Kind;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.post.Post.Letter;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes seeds in, and lets go of those they take the place of. All of it through the gate, each in one commit. */
@ApplicationScoped
public class SeedDesk {
    private final Gate gate;
    private final Slots slots;
    private final SeedRows seeds;
    private final CustodyRows custody;
    private final Vault vault;
    private final SeedsUnderProof underProof;
    private final Fingerprints fingerprints;
    private final CatalogueEdits edits;
    private final Catalogue catalogue;
    private final Post post;
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
            Post post,
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
        this.post = post;
        this.ids = ids;
    }

    /**
     * What came of an entry.
     *
     * @param sameAsBefore whether this secret has had the very same seed
     * @param alsoIn other secrets with the very same seed, as far as the caller may know of them
     */
    public record Taken(
            SeedJson.Shown seed, Set<Enrolment.Remark> remarks, boolean sameAsBefore, List<Placed> alsoIn) {}

    /**
     * Who may enter a seed, and what was there when it was looked at for him.
     *
     * @param alive the seeds that were not destroyed: if others are there when he comes, his would end what he never saw
     */
    public record Admitted(Slot slot, Set<UUID> alive) {}

    /** A seed on its way in, sealed already. */
    private record Sealed(UUID value, Where where, Values.Sealed sealed, byte[] fingerprint) {}

    /** Who may enter one: the first seed is a secret's making, every later one an overwrite. */
    Verb verb(UUID secret) {
        return seeds.everServed(secret) ? Verb.SEED_OVERWRITE : Verb.SECRET_EDIT;
    }

    /** Before a picture is looked at for him. */
    public Admitted admit(Caller caller, String asked) {
        Verb verb = slots.find(asked).map(found -> verb(found.secret())).orElse(Verb.SECRET_EDIT);
        Slot slot = slots.forSeed(slots.require(caller, asked, verb));
        return new Admitted(slot, seeds.alive(slot.id()));
    }

    /** Closes what was entered. */
    public Taken enter(Caller caller, Admitted admitted, Entered entered, Mode mode) {
        Slot slot = admitted.slot();
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
                    mustBeAsDecided(admitted, verb);
                    Optional<SeedRow> former = makeRoom(secret, mode, at);
                    SeedRow made = put(caller, sealed, entered, at);
                    Details details = parts(verb, mode, entered)
                            .with(Name.FIELD, slot.field().id())
                            .with(Name.VALUE, made.value)
                            .with(Name.METHOD, entered.how().word())
                            .with(Name.OTHER, former.map(old -> old.value.toString()));
                    Optional<SeedRow> stopped = former.filter(old -> old.is(SeedRow.State.DESTROYED));
                    return new Done<>(
                            made, details, tells(caller, Kind.SEED_COMPROMISED, stopped, Optional.of(made), at));
                })
                .result()
                .orElseThrow();
        return new Taken(SeedJson.Shown.of(row), enrolment.remarks(), before, alsoIn(caller, row));
    }

    private static Details parts(Verb verb, Mode mode, Entered entered) {
        Stream<String> overwrite = verb == Verb.SEED_OVERWRITE ? Stream.of(mode.word()) : Stream.empty();
        Stream<String> elsewhere = entered.usedElsewhere() ? Stream.of("former-holders-unknown") : Stream.empty();
        List<String> parts = Stream.concat(overwrite, elsewhere).toList();
        return parts.isEmpty() ? Details.none() : Details.none().with(Name.PARTS, parts);
    }

    private void mustBeAsDecided(Admitted admitted, Verb verb) {
        UUID secret = admitted.slot().id();
        boolean same =
                slots.now(secret).templateVersion() == admitted.slot().secret().templateVersion()
                        && seeds.alive(secret).equals(admitted.alive())
                        && verb(secret) == verb;
        if (!same) {
            throw SeedRefused.changedMeanwhile();
        }
    }

    /** @return the seed that serves, or did until now */
    private Optional<SeedRow> makeRoom(UUID secret, Mode mode, Done.Moment at) {
        seeds.underProof(secret).ifPresent(former -> destroyUnderProof(former, at));
        Optional<SeedRow> serving = seeds.serving(secret);
        if (mode == Mode.COMPROMISED) {
            serving.ifPresent(former -> stop(former, at));
        }
        return serving;
    }

    private void destroyUnderProof(SeedRow former, Done.Moment at) {
        vault.destroy(former.entry, at.time());
        former.end(at.time());
        seeds.save(former);
    }

    /** With all that was given out on it. The secret serves nobody until another is proved. */
    private void stop(SeedRow serving, Done.Moment at) {
        destroyServing(serving, at);
        seeds.endLeases(serving.fingerprint, at.time());
        seeds.endGrants(serving.secret);
        edits.deactivate(serving.secret);
    }

    /**
     * Without another in its place. One under proof stays, unless it is the very same seed.
     *
     * @return what served until then
     */
    public SeedJson.Stopped stop(Caller caller, String asked) {
        UUID secret = slots.require(caller, asked, Verb.SEED_OVERWRITE).secret();
        Ask ask = new Ask(caller, Verb.SEED_OVERWRITE, EventClass.SEED_STOPPED, () -> slots.look(caller, secret));
        return slots.change(ask, secret, at -> {
                    SeedRow serving = seeds.serving(secret).orElseThrow(() -> SeedRefused.nothingHere("serving seed"));
                    seeds.underProof(secret)
                            .filter(row -> Arrays.equals(row.fingerprint, serving.fingerprint))
                            .ifPresent(row -> destroyUnderProof(row, at));
                    stop(serving, at);
                    Details details =
                            Details.none().with(Name.FIELD, serving.field).with(Name.VALUE, serving.value);
                    return new Done<>(
                            serving,
                            details,
                            tells(caller, Kind.SEED_STOPPED, Optional.of(serving), Optional.empty(), at));
                })
                .result()
                .map(SeedJson.Stopped::of)
                .orElseThrow();
    }

    /** Owners hear that their seed stopped, and those of other secrets that theirs was entered here. */
    private List<Claim.Tell> tells(
            Caller caller, Kind kind, Optional<SeedRow> stopped, Optional<SeedRow> entered, Done.Moment at) {
        Stream<Letter> own = stopped.stream().flatMap(row -> letter(caller, kind, row, Optional.empty(), at));
        Stream<Letter> others = entered.stream()
                .flatMap(made -> seeds.elsewhere(made).stream()
                        .flatMap(row -> letter(caller, Kind.SEED_ELSEWHERE, row, Optional.of(made.secret), at)));
        return post.owners(Stream.concat(own, others).toList());
    }

    private Stream<Letter> letter(Caller caller, Kind kind, SeedRow row, Optional<UUID> other, Done.Moment at) {
        UUID actor = caller.actor().id();
        Message.OfSeed message = new Message.OfSeed(kind, row.secret, row.field, row.value, other, at.event(), actor);
        return slots.find(row.secret).stream().map(secret -> new Letter(secret, message));
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
        if (entered.how() == Custody.How.GENERATED) {
            custody.enterNobody(row.value, at.event(), at.time());
        } else {
            custody.enter(row.value, caller.actor(), entered.how(), at.event(), at.time());
        }
        if (entered.usedElsewhere()) {
            custody.enterUnknown(row.value, at.event(), at.time());
        }
        return row;
    }

    private List<Placed> alsoIn(Caller caller, SeedRow row) {
        List<UUID> others =
                seeds.elsewhere(row).stream().map(other -> other.secret).toList();
        View view = gate.view(caller);
        return catalogue.find(others).stream()
                .filter(other -> view.shows(Sight.of(other, caller).target()))
                .toList();
    }

    /** Whose codes these are, in words; the seed stays as it is. What is not given stays. */
    public void rename(Caller caller, Placed secret, long seen, Optional<String> issuer, Optional<String> account) {
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
