// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@Singleton
class ExpectationRows implements PanacheRepositoryBase<ExpectationRow, UUID> {
    List<ExpectationRow> inOrder() {
        return list("order by id");
    }

    /** Only of the one that its author has seen. */
    boolean replace(KeptExpectations.Kept then, UUID seen) {
        String change = "document = ?1, author = ?2, event = ?3, changedAt = ?4 where id = ?5 and event = ?6";
        byte[] document = then.document().getBytes(StandardCharsets.UTF_8);
        return update(change, document, then.author(), then.event(), then.at(), then.id(), seen) == 1;
    }

    boolean remove(UUID id, UUID seen) {
        return delete("id = ?1 and event = ?2", id, seen) == 1;
    }
}
