// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class TokenRows implements PanacheRepositoryBase<TokenRow, UUID> {
    Optional<TokenRow> hashed(byte[] hash) {
        return find("hash", (Object) hash).firstResultOptional();
    }

    List<TokenRow> of(UUID service) {
        return list("service = ?1 order by createdAt, id", service);
    }

    List<TokenRow> standing(Instant at) {
        return list("expiresAt > ?1 and (endedAt is null or endedAt > ?1) order by service, createdAt, id", at);
    }
}
