// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class AgentRows implements PanacheRepositoryBase<AgentRow, UUID> {
    Optional<AgentRow> named(String name) {
        return find("name", name).firstResultOptional();
    }

    List<AgentRow> inOrder() {
        return list("order by createdAt, id");
    }
}
