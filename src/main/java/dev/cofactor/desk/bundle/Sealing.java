// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.engine.escrow.BundleFile;
import dev.cofactor.engine.escrow.Manifest;
import dev.cofactor.engine.escrow.Shamir;
import dev.cofactor.engine.escrow.UseKey;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Bundles;
import dev.cofactor.ground.sealing.Bundles.Bundle;
import dev.cofactor.ground.sealing.Bundles.BundleKey;
import dev.cofactor.ground.sealing.Bundles.Place;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a bundle that two people agreed to, and hands it out: once. Each value is opened after its release is recorded and goes
 * straight under the bundle's key, which is forgotten when this is done; the bundle is kept nowhere.
 */
@ApplicationScoped
public class Sealing {
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final UUID NONE = new UUID(0, 0);

    private final Gate gate;
    private final BundleDesk desk;
    private final Choosing choosing;
    private final Filling filling;
    private final HolderKeys keys;
    private final BundleRows rows;
    private final Bundles.Home home;
    private final Post post;
    private final SecureRandom random;
    private final Clock clock;

    Sealing(
            Gate gate,
            BundleDesk desk,
            Choosing choosing,
            Filling filling,
            HolderKeys keys,
            BundleRows rows,
            Bundles.Home home,
            Post post,
            SecureRandom random,
            Clock clock) {
        this.gate = gate;
        this.desk = desk;
        this.choosing = choosing;
        this.filling = filling;
        this.keys = keys;
        this.rows = rows;
        this.home = home;
        this.post = post;
        this.random = random;
        this.clock = clock;
    }

    /** A bundle on its way out; all of it is sealed. */
    public record Made(UUID bundle, byte[] file) {}

    /** What somebody else has handed out meanwhile is handed to nobody; that it was opened is on the log all the same. */
    public Made make(Caller caller, UUID id) {
        gate.admit(caller, Verb.BUNDLE_SEAL, () -> desk.there(id));
        BundleRows.Kept agreed = desk.sound(id);
        if (agreed.made().isPresent()) {
            throw BundleRefused.madeAlready();
        }
        if (clock.instant().isAfter(agreed.at().plus(GOOD_FOR))) {
            throw BundleRefused.expired();
        }
        Plan plan = BundleDesk.plan(agreed);
        choosing.requireStill(plan);
        Bundle bundle = new Bundle(home.installation(), id);
        try (BundleKey key = BundleKey.generate(random);
                UseKey.Pair uses = UseKey.generate(random)) {
            List<BundleFile.Item> items = new ArrayList<>();
            List<Manifest.Secret> secrets = new ArrayList<>();
            for (Plan.Chosen one : plan.secrets()) {
                secrets.add(filling.fill(caller, bundle, key, one, items));
            }
            byte[] file = file(bundle, plan, new Manifest(plan.name(), secrets), key, uses, items);
            handedOut(caller, id, plan, file, uses.verifies());
            return new Made(id, file);
        }
    }

    private byte[] file(
            Bundle bundle, Plan plan, Manifest manifest, BundleKey key, UseKey.Pair uses, List<BundleFile.Item> items) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (var index = manifest.text()) {
            BundleFile file = new BundleFile(
                    bundle.installation(),
                    bundle.id(),
                    now,
                    plan.threshold(),
                    shares(bundle, plan, key),
                    uses.verifies(),
                    key.seal(new Place(bundle, NONE, NONE, NONE, BundleFile.SIGNER), uses.signs()),
                    key.seal(new Place(bundle, NONE, NONE, NONE, BundleFile.INDEX), index),
                    items);
            return file.write(digest -> key.tag(bundle, digest));
        }
    }

    private List<BundleFile.Holding> shares(Bundle bundle, Plan plan, BundleKey key) {
        List<BundleFile.Holding> held = new ArrayList<>();
        List<Shamir.Share> shares =
                Shamir.split(key.bytes(), plan.threshold(), plan.holders().size(), random);
        for (Shamir.Share share : shares) {
            try (share) {
                Plan.Holder holder = plan.holders().get(share.number() - 1);
                Bundles.Share place = new Bundles.Share(bundle, share.number(), plan.threshold(), holder.fingerprint());
                byte[] sealed = keys.sound(holder).seal(place, share.bytes());
                held.add(new BundleFile.Holding(share.number(), holder.fingerprint(), sealed));
            }
        }
        return held;
    }

    private void handedOut(Caller caller, UUID id, Plan plan, byte[] file, byte[] uses) {
        byte[] digest = BundleFile.digest(file);
        UUID by = caller.actor().id();
        Ask ask = new Ask(caller, Verb.BUNDLE_SEAL, EventClass.BUNDLE_MADE, () -> desk.there(id));
        gate.change(ask, Moves.NOTHING, at -> {
            if (!rows.make(id, new BundleRows.Made(at.event(), by, at.time(), digest, uses))) {
                throw BundleRefused.madeAlready();
            }
            choosing.requireStill(plan);
            Set<UUID> whom = new HashSet<>(List.of(Role.ADMINISTRATOR.group(), plan.author(), by));
            plan.holders().forEach(holder -> whom.add(holder.person()));
            return new Done<>(
                    Optional.of(id),
                    Details.none().with(Name.HASH, hash(digest, uses)),
                    post.access(whom, new Message.OfAccess(AccessKind.BUNDLE_MADE, id, at.event(), by)));
        });
    }

    /** By it the log knows which file it was, and whose uses are believed. */
    static String hash(byte[] digest, byte[] uses) {
        return HexFormat.of().formatHex(BundleFile.digest(digest, uses));
    }
}
