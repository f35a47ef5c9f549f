// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<SessionRow, byte[]> {
    void deleteOf(UUID person) {
        delete("person", person);
    }

    void deleteEnded(Instant openedBefore, Instant seenBefore) {
        delete("openedAt < ?1 or seenAt < ?2", openedBefore, seenBefore);
    }
}
