// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What goes into a bundle: chosen once, by the ids of what is there, and compared whenever it goes on. */
@ApplicationScoped
class Choosing {
    private static final int OFFERED = 500;

    private final Gate gate;
    private final Entrance entrance;
    private final Catalogue catalogue;
    private final Folders folders;
    private final Seeds seeds;
    private final BundleRows rows;
    private final HolderKeys keys;

    Choosing(
            Gate gate,
            Entrance entrance,
            Catalogue catalogue,
            Folders folders,
            Seeds seeds,
            BundleRows rows,
            HolderKeys keys) {
        this.gate = gate;
        this.entrance = entrance;
        this.catalogue = catalogue;
        this.folders = folders;
        this.seeds = seeds;
        this.rows = rows;
        this.keys = keys;
    }

    Plan plan(Caller caller, Wanted wanted) {
        Map<UUID, Plan.Chosen> chosen = new LinkedHashMap<>();
        for (String secret : wanted.secrets()) {
            Placed placed = entrance.admit(caller, Verb.BUNDLE_SEAL, secret);
            chosen.put(placed.secret(), named(placed));
        }
        wanted.folder()
                .ifPresent(folder -> below(caller, folder).forEach(one -> chosen.putIfAbsent(one.secret(), one)));
        List<Plan.Chosen> secrets = chosen.values().stream()
                .sorted(Comparator.comparing(Plan.Chosen::secret))
                .toList();
        requireSome(secrets);
        return new Plan(
                caller.actor().id(), wanted.name().value(), wanted.threshold(), holders(wanted.holders()), secrets);
    }

    private void requireSome(List<Plan.Chosen> secrets) {
        if (secrets.isEmpty()) {
            throw BundleRefused.nothingThere();
        }
        long values = secrets.stream()
                .mapToLong(one -> one.seed().stream().count()
                        + one.pools().stream()
                                .mapToLong(pool -> rows.spare(pool).size())
                                .sum())
                .sum();
        if (secrets.size() > Plan.MOST_SECRETS || values > Plan.MOST_VALUES) {
            throw BundleRefused.tooMuch();
        }
    }

    private List<Plan.Holder> holders(List<UUID> people) {
        Map<UUID, HolderKeys.Known> known = new LinkedHashMap<>();
        keys.all().forEach(key -> known.put(key.person(), key));
        return people.stream()
                .map(person -> Optional.ofNullable(known.get(person))
                        .map(key -> new Plan.Holder(key.id(), person, key.fingerprint()))
                        .orElseThrow(BundleRefused::holderGone))
                .toList();
    }

    /** What somebody names is in it, or he hears why not. */
    private Plan.Chosen named(Placed placed) {
        if (placed.personalOf().isPresent()) {
            throw BundleRefused.personal();
        }
        if (isCounting(placed)) {
            throw BundleRefused.counting();
        }
        return chosen(placed).orElseThrow(BundleRefused::nothingThere);
    }

    /** Of a folder all that can be, and that he may; the rest is not in the list that the second person reads. */
    private List<Plan.Chosen> below(Caller caller, String asked) {
        Folder folder = folders.find(asked)
                .filter(found -> found.personalOf().isEmpty())
                .orElseThrow(BundleRefused::notFound);
        View view = gate.viewOfMany(caller);
        return catalogue.list(Catalogue.Wanted.all(Plan.MOST_SECRETS + 1).below(folder.id())).stream()
                .filter(placed ->
                        view.may(Verb.BUNDLE_SEAL, Sight.of(placed, caller).target()))
                .filter(placed -> placed.personalOf().isEmpty() && !isCounting(placed))
                .flatMap(placed -> chosen(placed).stream())
                .toList();
    }

    /** What he could put into one, by path; the list is as long as a person reads. */
    List<Placed> offered(Caller caller) {
        View view = gate.viewOfMany(caller);
        return catalogue.list(Catalogue.Wanted.all(OFFERED)).stream()
                .filter(placed -> placed.personalOf().isEmpty() && !isCounting(placed))
                .filter(placed ->
                        view.may(Verb.BUNDLE_SEAL, Sight.of(placed, caller).target()))
                .filter(placed -> chosen(placed).isPresent())
                .sorted(Comparator.comparing(Placed::path))
                .toList();
    }

    private boolean isCounting(Placed placed) {
        return seeds.isCounting(placed);
    }

    private Optional<Plan.Chosen> chosen(Placed placed) {
        if (placed.state() != Placed.State.ACTIVE) {
            return Optional.empty();
        }
        List<UUID> one = List.of(placed.secret());
        Optional<UUID> seed = Optional.ofNullable(rows.serving(one).get(placed.secret()));
        List<UUID> pools = sorted(rows.pools(one).getOrDefault(placed.secret(), Set.of()));
        return seed.isEmpty() && pools.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan.Chosen(placed.secret(), seed, pools));
    }

    private static List<UUID> sorted(Set<UUID> pools) {
        return pools.stream().sorted().toList();
    }

    /** Under the head's lock, and before anything is opened: nothing was entered, replaced or taken away. */
    void requireStill(Plan plan) {
        Map<UUID, UUID> serving = rows.serving(plan.ids());
        Map<UUID, Set<UUID>> pools = rows.pools(plan.ids());
        Map<UUID, Placed> placed = new LinkedHashMap<>();
        catalogue.find(plan.ids()).forEach(one -> placed.put(one.secret(), one));
        for (Plan.Chosen one : plan.secrets()) {
            boolean same = Optional.ofNullable(serving.get(one.secret())).equals(one.seed())
                    && sorted(pools.getOrDefault(one.secret(), Set.of())).equals(one.pools())
                    && Stream.ofNullable(placed.get(one.secret()))
                            .anyMatch(found -> found.state() == Placed.State.ACTIVE
                                    && found.personalOf().isEmpty());
            if (!same) {
                throw BundleRefused.changedMeanwhile();
            }
        }
        plan.holders().forEach(keys::sound);
    }

    /** The first of the secrets that he may not have sealed, or the bundle where he may. */
    Optional<Sight> look(Caller caller, Plan plan, Sight bundle) {
        View view = gate.view(caller);
        List<Sight> all = new ArrayList<>();
        catalogue.find(plan.ids()).forEach(placed -> all.add(Sight.of(placed, caller)));
        return Optional.of(all.stream()
                .filter(sight -> !view.may(Verb.BUNDLE_SEAL, sight.target()))
                .findFirst()
                .orElse(bundle));
    }
}
