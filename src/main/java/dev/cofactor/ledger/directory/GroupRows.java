// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class GroupRows implements PanacheRepositoryBase<GroupRow, UUID> {
    Optional<GroupRow> named(String name) {
        return find("name", name).firstResultOptional();
    }

    List<GroupRow> inOrder() {
        return list("order by builtIn desc, name");
    }

    List<GroupRow> inOrder(Collection<UUID> some) {
        return list("id in ?1 order by builtIn desc, name", some);
    }
}
