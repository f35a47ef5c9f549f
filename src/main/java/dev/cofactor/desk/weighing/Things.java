// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Catalogue.Wanted;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** @param editions name the templates that count: of the others no policy says anything */
    List<Thing> all(List<Edition> editions) {
        List<Thing> all = new ArrayList<>(folders());
        editions.stream()
                .flatMap(one -> one.policies().policies().stream())
                .flatMap(policy -> policy.on().stream())
                .flatMap(on -> on instanceof Resource.Template template ? Stream.of(template.id()) : Stream.empty())
                .distinct()
                .forEach(id -> all.add(Thing.template(id)));
        secrets(all);
        return all;
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

    private void secrets(List<Thing> all) {
        Wanted next = Wanted.all(AT_ONCE);
        List<Placed> page = catalogue.list(next);
        while (!page.isEmpty()) {
            page.forEach(secret -> all.add(Thing.of(secret)));
            UUID last = page.getLast().secret();
            page = catalogue.list(next.after(last));
        }
    }
}
