// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class VerdictRows implements PanacheRepositoryBase<VerdictRow, UUID> {
    List<VerdictRow> of(Collection<UUID> requests) {
        return requests.isEmpty() ? List.of() : list("request in ?1 order by at, id", requests);
    }
}
