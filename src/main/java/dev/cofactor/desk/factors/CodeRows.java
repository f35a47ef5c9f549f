// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.ground.sealing.OwnFactors.Sealed;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sets of recovery codes with their codes, which are nothing without their set. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CodeRows implements PanacheRepositoryBase<CodeSetRow, UUID> {
    private static final String COUNTS = "person = ?1 and keptAt is not null";
    private static final String WAITS = "person = ?1 and keptAt is null";

    /** A set that counts, with the codes that nobody has used. */
    record Kept(UUID set, UUID person, String recipe, List<Unused> unused) {}

    record Unused(int number, Sealed sealed) {}

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Kept> counting(UUID person) {
        return find(COUNTS, person)
                .firstResultOptional()
                .map(row -> new Kept(row.id, row.person, row.recipe, unused(row.id)));
    }

    @SuppressWarnings("unchecked")
    private List<Unused> unused(UUID set) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select number, key, hash from recovery_code where set = :set and used_at is null order by number",
                        Tuple.class)
                .setParameter("set", set)
                .getResultList();
        return rows.stream()
                .map(row -> new Unused(
                        row.get("number", Integer.class),
                        new Sealed(row.get("key", UUID.class), row.get("hash", byte[].class))))
                .toList();
    }

    @Transactional
    boolean areKept(UUID person) {
        return count(COUNTS, person) > 0;
    }

    /** @return how many codes of the set that counts nobody has used */
    @Transactional
    int left(UUID person) {
        Number left = (Number) getEntityManager()
                .createNativeQuery("select count(*) from recovery_code c join recovery_set s on s.id = c.set"
                        + " where s.person = :person and s.kept_at is not null and c.used_at is null")
                .setParameter("person", person)
                .getSingleResult();
        return left.intValue();
    }

    /** In place of the one that waited, if any. It counts for nothing until it is said to be kept. */
    void add(CodeSetRow row, List<Sealed> codes) {
        delete(WAITS, row.person);
        persist(row);
        flush();
        for (int i = 0; i < codes.size(); i++) {
            getEntityManager()
                    .createNativeQuery("insert into recovery_code (set, number, key, hash)"
                            + " values (:set, :number, :key, :hash)")
                    .setParameter("set", row.id)
                    .setParameter("number", i + 1)
                    .setParameter("key", codes.get(i).key())
                    .setParameter("hash", codes.get(i).bytes())
                    .executeUpdate();
        }
    }

    /** From now on this one counts, and the one before is gone. @return false where it waits no more, or not for this session */
    boolean keep(UUID person, UUID set, UUID session, Instant now) {
        if (count(WAITS + " and id = ?2 and session = ?3", person, set, session) == 0) {
            return false;
        }
        delete(COUNTS, person);
        return update("keptAt = ?1 where id = ?2 and keptAt is null", now, set) == 1;
    }

    /** @return false where it was used before, or its set counts no more */
    boolean consume(UUID set, int number, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                update recovery_code set used_at = :now
                                 where set = :set and number = :number and used_at is null
                                   and exists (select from recovery_set where id = :set and kept_at is not null)
                                """)
                        .setParameter("now", now)
                        .setParameter("set", set)
                        .setParameter("number", number)
                        .executeUpdate()
                == 1;
    }

    void removeAll(UUID person) {
        delete("person", person);
    }
}
