// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PasskeyRows implements PanacheRepositoryBase<PasskeyRow, UUID> {
    List<PasskeyRow> of(UUID person) {
        return list("person = ?1 order by createdAt, id", person);
    }

    long countOf(UUID person) {
        return count("person", person);
    }

    Optional<PasskeyRow> find(UUID person, byte[] credential) {
        return find("person = ?1 and credential = ?2", person, credential).firstResultOptional();
    }

    boolean isKnown(byte[] credential) {
        return count("credential", (Object) credential) > 0;
    }

    /** @return false where it is gone, or has signed as often before: then somebody else was faster, or has a copy */
    boolean use(UUID id, UUID person, long signCount, boolean verified, Instant now) {
        return update(
                        "signCount = :count, userVerified = :verified, lastUsedAt = :now where id = :id and"
                                + " person = :person and (signCount < :count or (signCount = 0 and :count = 0))",
                        Parameters.with("count", signCount)
                                .and("verified", verified)
                                .and("now", now)
                                .and("id", id)
                                .and("person", person))
                == 1;
    }

    boolean delete(UUID id, UUID person) {
        return delete("id = ?1 and person = ?2", id, person) == 1;
    }

    /** Of a person and all that is his here. */
    void deleteOf(UUID person) {
        delete("person", person);
        getEntityManager()
                .createNativeQuery("delete from passkey_holder where person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Plain SQL, because two windows may be the first at once. @return the one that stands, which is never another */
    byte[] handle(UUID person, byte[] fresh) {
        getEntityManager()
                .createNativeQuery("insert into passkey_holder (person, handle) values (:person, :handle)"
                        + " on conflict (person) do nothing")
                .setParameter("person", person)
                .setParameter("handle", fresh)
                .executeUpdate();
        return (byte[]) getEntityManager()
                .createNativeQuery("select handle from passkey_holder where person = :person", byte[].class)
                .setParameter("person", person)
                .getSingleResult();
    }
}
