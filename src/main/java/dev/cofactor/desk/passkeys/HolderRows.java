// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class HolderRows implements PanacheRepositoryBase<HolderRow, UUID> {
    /** Plain SQL, because two windows may be the first at once. */
    void add(UUID person, byte[] handle) {
        getEntityManager()
                .createNativeQuery("insert into passkey_holder (person, handle) values (:person, :handle)"
                        + " on conflict (person) do nothing")
                .setParameter("person", person)
                .setParameter("handle", handle)
                .executeUpdate();
    }
}
