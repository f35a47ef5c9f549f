// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SealedValueRows implements PanacheRepositoryBase<SealedValueRow, UUID> {
    /** The newest, where several stand. */
    Optional<SealedValueRow> current(UUID secret, UUID field, Where.Content content) {
        return find(
                        "secret = ?1 and field = ?2 and content = ?3 and until is null order by since desc, value desc",
                        secret,
                        field,
                        content.word())
                .firstResultOptional();
    }

    List<SealedValueRow> earlier(UUID secret, UUID field) {
        return list(
                "secret = ?1 and field = ?2 and until is not null and destroyedAt is null"
                        + " order by until desc, since desc, value desc",
                secret,
                field);
    }

    List<SealedValueRow> all(UUID secret) {
        return list("secret = ?1 and destroyedAt is null order by field, since, value", secret);
    }

    List<SealedValueRow> notUnder(UUID key, Optional<UUID> after, int limit) {
        return after.map(last -> find("key <> ?1 and destroyedAt is null and value > ?2 order by value", key, last))
                .orElseGet(() -> find("key <> ?1 and destroyedAt is null order by value", key))
                .page(Page.ofSize(limit))
                .list();
    }

    boolean rewrap(UUID value, Values.Sealed before, Values.Sealed after) {
        return update(
                        "key = ?1, dataKey = ?2 where value = ?3 and key = ?4 and dataKey = ?5 and bytes = ?6",
                        after.key(),
                        after.dataKey(),
                        value,
                        before.key(),
                        before.dataKey(),
                        after.bytes())
                == 1;
    }
}
