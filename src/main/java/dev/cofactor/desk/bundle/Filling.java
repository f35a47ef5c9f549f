// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.escrow.BundleFile;
import dev.cofactor.engine.escrow.Manifest;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Bundles.Bundle;
import dev.cofactor.ground.sealing.Bundles.BundleKey;
import dev.cofactor.ground.sealing.Bundles.Place;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens what goes into a bundle, each after its own record, and has it sealed under the bundle's key. */
@Singleton
class Filling {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final Vault vault;
    private final Values values;
    private final BundleRows rows;

    Filling(Gate gate, Catalogue catalogue, Seeds seeds, Vault vault, Values values, BundleRows rows) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.vault = vault;
        this.values = values;
        this.rows = rows;
    }

    private record Filled(Caller caller, Bundle bundle, BundleKey key, List<BundleFile.Item> items) {}

    /** @return what of it is in the bundle; its items are added */
    Manifest.Secret fill(Caller caller, Bundle bundle, BundleKey key, Plan.Chosen chosen, List<BundleFile.Item> items) {
        Filled to = new Filled(caller, bundle, key, items);
        Seeds.Sound sound = sound(caller, chosen);
        Placed secret = sound.secret();
        Optional<Manifest.Seed> seed = chosen.seed().map(one -> seed(to, secret, serving(sound, one)));
        List<Manifest.BackupCode> codes = new ArrayList<>();
        for (UUID pool : chosen.pools()) {
            rows.spare(pool).forEach(spare -> codes.add(code(to, secret, spare)));
        }
        return new Manifest.Secret(secret.secret(), secret.path(), secret.name(), seed, codes);
    }

    private Seeds.Sound sound(Caller caller, Plan.Chosen chosen) {
        Catalogue.Coded found =
                catalogue.look(PublicId.SECRET.of(chosen.secret())).orElseThrow(BundleRefused::changedMeanwhile);
        return seeds.sound(caller, found, Verb.BUNDLE_SEAL);
    }

    private static Seeds.Serving serving(Seeds.Sound sound, UUID seed) {
        Seeds.Serving serving = sound.serving()
                .filter(found -> found.where().value().equals(seed))
                .orElseThrow(BundleRefused::changedMeanwhile);
        if (!serving.parameters().kind().isTimed()) {
            throw BundleRefused.counting();
        }
        return serving;
    }

    private Manifest.Seed seed(Filled to, Placed secret, Seeds.Serving serving) {
        Where where = serving.where();
        put(to, secret, where, serving.sealed());
        return new Manifest.Seed(
                where.value(),
                where.field(),
                serving.parameters().kind().word(),
                serving.parameters().algorithm().name(),
                serving.parameters().digits(),
                serving.parameters().period());
    }

    private Manifest.BackupCode code(Filled to, Placed secret, BundleRows.Spare spare) {
        Vault.Kept kept = vault.find(spare.code())
                .filter(one -> one.where().secret().equals(secret.secret())
                        && one.where().content() == Where.Content.BACKUP_CODE)
                .orElseThrow(BundleRefused::altered);
        put(to, secret, kept.where(), kept.sealed());
        return new Manifest.BackupCode(spare.code(), kept.where().field(), spare.position() + 1);
    }

    /** Recorded, and committed, before anything is opened. */
    private void put(Filled to, Placed secret, Where where, Values.Sealed sealed) {
        Details details = Details.none()
                .with(Name.OTHER, to.bundle().id())
                .with(Name.VALUE, where.value())
                .with(Name.PARTS, List.of(where.content().word()));
        Ask ask = new Ask(
                to.caller(),
                Verb.BUNDLE_SEAL,
                EventClass.BUNDLE_SEALED,
                () -> catalogue
                        .find(secret.secret())
                        .filter(found -> found.version() == secret.version())
                        .map(found -> Sight.of(found, to.caller()).saying(details)),
                sight -> sight.opening(where.value(), where.content().word(), List.of()));
        Recorded recorded = gate.release(ask).recorded();
        try (Plaintext opened = values.open(where, sealed, recorded)) {
            String content = where.content().word();
            Place place = new Place(to.bundle(), where.secret(), where.field(), where.value(), content);
            to.items()
                    .add(new BundleFile.Item(
                            where.secret(),
                            where.field(),
                            where.value(),
                            content,
                            to.key().seal(place, opened)));
        } catch (Unopenable e) {
            throw BundleRefused.altered();
        }
    }
}
