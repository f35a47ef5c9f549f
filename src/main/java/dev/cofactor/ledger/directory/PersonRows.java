// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PersonRows implements PanacheRepositoryBase<PersonRow, UUID> {
    Optional<PersonRow> byName(AccountName name) {
        return find("accountName", name.value()).firstResultOptional();
    }
}
