// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PasswordRows implements PanacheRepositoryBase<PasswordRow, UUID> {
    /** Locked to the end of the transaction: a password is not changed while somebody signs in with it. */
    Optional<PasswordRow> locked(UUID person) {
        return findByIdOptional(person, LockModeType.PESSIMISTIC_WRITE);
    }
}
