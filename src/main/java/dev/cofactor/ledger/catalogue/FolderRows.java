// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
class FolderRows implements PanacheRepositoryBase<FolderRow, UUID> {
    Optional<FolderRow> ofPerson(UUID person) {
        return find("person = ?1 and deletedAt is null", person).firstResultOptional();
    }

    /** Those of these folders that are somebody's own, and whose. */
    Map<UUID, UUID> people(Collection<UUID> folders) {
        Map<UUID, UUID> people = new HashMap<>();
        for (FolderRow row : list("id in ?1 and person is not null", folders)) {
            if (row.person != null) {
                people.put(row.id, row.person);
            }
        }
        return people;
    }
}
