// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is there and that rights can be about. */
@ApplicationScoped
class Things {
    private static final int AT_ONCE = 500;

    private final Catalogue catalogue;
    private final Folders folders;

    Things(Catalogue catalogue, Folders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /**
     * One of each that these editions tell apart: of a million secrets in a thousand folders, a thousand.
     *
     * @param editions name the templates that count: of the others no policy says anything
     */
    List<Thing> all(List<Edition> editions) {
        List<Thing> all = new ArrayList<>(folders());
        named(editions, on -> on instanceof Resource.Template template ? Stream.of(template.id()) : Stream.empty())
                .forEach(id -> all.add(Thing.template(id)));
        Set<UUID> secrets =
                named(editions, on -> on instanceof Resource.Secret secret ? Stream.of(secret.id()) : Stream.empty());
        secrets(catalogue.oneOfEach(secrets), all);
        return all;
    }

    private static Set<UUID> named(List<Edition> editions, Function<Resource, Stream<UUID>> ids) {
        return editions.stream()
                .flatMap(one -> one.policies().policies().stream())
                .flatMap(policy -> policy.on().stream())
                .flatMap(ids)
                .collect(Collectors.toSet());
    }

    /** The installation as a whole, and every place in it. */
    List<Thing> folders() {
        return Stream.concat(
                        Stream.of(Thing.installation()), folders.all().stream().map(Thing::of))
                .toList();
    }

    /** The same without what is somebody's own. */
    List<Thing> shared() {
        return folders().stream().filter(one -> one.personalOf().isEmpty()).toList();
    }

    private void secrets(List<UUID> ids, List<Thing> all) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            catalogue
                    .find(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(secret -> all.add(Thing.of(secret)));
        }
    }
}
