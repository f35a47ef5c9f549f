// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class PasswordRows implements PanacheRepositoryBase<PasswordRow, UUID> {
    /**
     * Whether the hash that was compared is still the person's. Locks the row to the end of the transaction, so a
     * password is not changed while somebody signs in with it.
     */
    boolean stillHas(UUID person, String hash) {
        return findByIdOptional(person, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.hash.equals(hash))
                .isPresent();
    }

    /** At once, so that another one can follow in the same change. */
    void deleteOf(UUID person) {
        delete("person", person);
    }
}
