// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<SessionRow, byte[]> {
    long deleteOf(UUID person) {
        return delete("person", person);
    }

    long deleteAll(Collection<UUID> ids) {
        return delete("id in ?1", ids);
    }

    void deleteEnded(Instant now) {
        delete("idleUntil < ?1 or endsAt < ?1", now);
    }
}
