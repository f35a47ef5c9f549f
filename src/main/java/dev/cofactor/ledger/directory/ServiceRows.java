// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ServiceRows implements PanacheRepositoryBase<ServiceRow, UUID> {
    Optional<ServiceRow> named(String name) {
        return find("name", name).firstResultOptional();
    }

    List<ServiceRow> inOrder() {
        return list("order by createdAt, id");
    }
}
