// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.Bundles;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose keys shares are sealed to. Each makes his own elsewhere, and brings the public half himself, freshly proved. */
@ApplicationScoped
public class HolderKeys {
    /** How lately whoever registers one must have proved that it is he. */
    public static final int FRESH_MINUTES = 5;

    private static final Pattern LINE = Pattern.compile("cofactor-bundle-key-1:([0-9a-f]{64})");

    private final Gate gate;
    private final KeyRows rows;
    private final OnRecord log;
    private final StepUps stepUps;
    private final People people;
    private final Ids ids;

    HolderKeys(Gate gate, KeyRows rows, OnRecord log, StepUps stepUps, People people, Ids ids) {
        this.gate = gate;
        this.rows = rows;
        this.log = log;
        this.stepUps = stepUps;
        this.people = people;
        this.ids = ids;
    }

    /** @param fingerprint in hexadecimal, as the holder's command printed it */
    public record Known(UUID id, UUID person, String name, String fingerprint, Instant since) {}

    /** One's own, if there is one. */
    public Optional<Known> own(Caller caller) {
        return rows.of(caller.actor().id()).flatMap(this::known);
    }

    /** For whoever may have bundles made. */
    public List<Known> all(Caller caller) {
        gate.admit(caller, Verb.BUNDLE_SEAL, () -> Optional.of(Sight.installation(Details.none())));
        return all();
    }

    /** What the log does not bear out is nobody's key. */
    List<Known> all() {
        return rows.all().stream().flatMap(key -> known(key).stream()).toList();
    }

    /** The one he had until now ends with it. */
    public Known register(Caller caller, String line) {
        requireInPerson(caller);
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw BundleRefused.noKey();
        }
        Bundles.Holder holder = holder(HexFormat.of().parseHex(matcher.group(1)));
        UUID person = caller.actor().id();
        UUID id = ids.next();
        gate.note(fact(caller), Moves.NOTHING, at -> {
            boolean former = rows.end(person, at.time());
            rows.add(new KeyRows.Key(id, person, holder.bytes(), at.event(), at.time(), Optional.empty()));
            return new Done<>(id, said(id, holder.fingerprint(), former ? "replaced" : "registered"), List.of());
        });
        return own(caller).orElseThrow(BundleRefused::altered);
    }

    /** Bundles that were made for it open with it as before. */
    public void withdraw(Caller caller) {
        requireInPerson(caller);
        UUID person = caller.actor().id();
        Known key = own(caller).orElseThrow(BundleRefused::notFound);
        gate.note(fact(caller), Moves.NOTHING, at -> {
            if (!rows.end(person, at.time())) {
                throw BundleRefused.notFound();
            }
            return new Done<>(key.id(), said(key.id(), key.fingerprint(), "withdrawn"), List.of());
        });
    }

    /** That of an active person, which still is the one that was agreed on. */
    Bundles.Holder sound(Plan.Holder agreed) {
        KeyRows.Key key = rows.find(agreed.key())
                .filter(found -> found.ended().isEmpty() && found.person().equals(agreed.person()))
                .orElseThrow(BundleRefused::holderGone);
        boolean same = known(key)
                .filter(found -> found.fingerprint().equals(agreed.fingerprint()))
                .isPresent();
        if (!same) {
            throw BundleRefused.holderGone();
        }
        return holder(key.publicKey());
    }

    private Optional<Known> known(KeyRows.Key key) {
        String fingerprint = holder(key.publicKey()).fingerprint();
        return people.find(key.person())
                .filter(Person::active)
                .filter(person ->
                        log.says(key.event(), EventClass.BUNDLE_KEY_CHANGED, person.id(), person.id(), fingerprint))
                .map(person -> new Known(key.id(), person.id(), person.displayName(), fingerprint, key.since()));
    }

    private void requireInPerson(Caller caller) {
        if (!(caller.actor() instanceof Actor.Person) || caller.session().isEmpty()) {
            BundleRefused why = BundleRefused.notInPerson();
            gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED)
                    .saying(Details.none().with(Name.CODE, why.code())));
            throw why;
        }
        stepUps.require(caller, Duration.ofMinutes(FRESH_MINUTES));
    }

    private static Bundles.Holder holder(byte[] bytes) {
        try {
            return Bundles.Holder.of(bytes);
        } catch (Unopenable e) {
            throw BundleRefused.noKey();
        }
    }

    private static Fact fact(Caller caller) {
        Subject person = new Subject(Subject.Kind.PERSON, caller.actor().id());
        return Fact.done(caller, EventClass.BUNDLE_KEY_CHANGED, person).whileSignedIn();
    }

    private static Details said(UUID key, String fingerprint, String part) {
        return Details.none().with(Name.OTHER, key).with(Name.HASH, fingerprint).with(Name.PARTS, List.of(part));
    }
}
