// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class DelegationRows implements PanacheRepositoryBase<DelegationRow, UUID> {
    Optional<DelegationRow> hashed(byte[] hash) {
        return find("hash", (Object) hash).firstResultOptional();
    }

    List<DelegationRow> toAgent(UUID agent) {
        return list("agent = ?1 order by createdAt, id", agent);
    }

    List<DelegationRow> byPerson(UUID person) {
        return list("person = ?1 order by createdAt, id", person);
    }

    long standing(UUID person, Instant at) {
        return count("person = ?1 and endedAt is null and expiresAt > ?2", person, at);
    }

    List<DelegationRow> standing(Instant at) {
        return list("expiresAt > ?1 and endedAt is null order by agent, createdAt, id", at);
    }
}
