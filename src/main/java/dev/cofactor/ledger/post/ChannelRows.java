// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class ChannelRows implements PanacheRepositoryBase<ChannelRow, UUID> {
    List<ChannelRow> inOrder() {
        return list("order by createdAt, id");
    }

    boolean stands(UUID id) {
        return count("id = ?1 and active and endedAt is null", id) == 1;
    }

    long standing() {
        return count("endedAt is null");
    }
}
