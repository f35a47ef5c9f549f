// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class ShownRows implements PanacheRepositoryBase<ShownRow, ShownRow.Key> {
    List<ShownRow> to(Collection<UUID> people) {
        return list("person in ?1 order by shownAt", people);
    }

    Set<UUID> whoSawAnythingOf(UUID service) {
        return list("service", service).stream().map(row -> row.person).collect(Collectors.toSet());
    }

    Set<UUID> whoSaw(UUID credential) {
        return list("credential", credential).stream().map(row -> row.person).collect(Collectors.toSet());
    }
}
