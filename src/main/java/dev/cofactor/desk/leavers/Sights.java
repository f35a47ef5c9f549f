// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Secrets as one reader may know of them: named where he sees them, and else counted. */
final class Sights {
    private static final int AT_A_TIME = 1_000;

    private final Catalogue catalogue;
    private final View view;
    private final Caller reader;
    private final UUID person;
    private final Map<UUID, Placed> named = new HashMap<>();
    private final Set<UUID> hidden = new HashSet<>();

    Sights(Catalogue catalogue, View view, Caller reader, UUID person) {
        this.catalogue = catalogue;
        this.view = view;
        this.reader = reader;
        this.person = person;
    }

    /** @param personal how many lie in his own folder */
    record Owned(List<Placed> secrets, int personal) {}

    /** All that he owns, with others or alone. */
    Owned owned() {
        List<Placed> found = new ArrayList<>();
        int personal = 0;
        Catalogue.Wanted wanted = Catalogue.Wanted.all(AT_A_TIME);
        List<Placed> page = catalogue.list(wanted);
        while (!page.isEmpty()) {
            for (Placed secret : page) {
                if (isHis(secret)) {
                    personal++;
                } else if (secret.owners().contains(person)) {
                    found.add(secret);
                }
            }
            wanted = wanted.after(page.getLast().secret());
            page = page.size() < AT_A_TIME ? List.of() : catalogue.list(wanted);
        }
        return new Owned(found, personal);
    }

    /** What is asked for later is looked up here, once. */
    void lookUp(Collection<UUID> secrets) {
        Set<UUID> absent = new HashSet<>(secrets);
        for (Placed secret : catalogue.find(absent)) {
            absent.remove(secret.secret());
            if (!isHis(secret)) {
                seen(secret).ifPresent(shown -> named.put(shown.secret(), shown));
            }
        }
        hidden.addAll(absent);
    }

    /** Nothing for what is not to be named; it is counted then. */
    Optional<Placed> seen(Placed secret) {
        if (secret.personalOf().isEmpty() && view.shows(Sight.of(secret, reader).target())) {
            return Optional.of(secret);
        }
        hidden.add(secret.secret());
        return Optional.empty();
    }

    Optional<Placed> seen(UUID secret) {
        return Optional.ofNullable(named.get(secret));
    }

    int hidden() {
        return hidden.size();
    }

    private boolean isHis(Placed secret) {
        return secret.personalOf().filter(person::equals).isPresent();
    }
}
