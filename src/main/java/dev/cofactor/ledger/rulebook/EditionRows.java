// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import dev.cofactor.engine.policy.Edition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@Singleton
class EditionRows implements PanacheRepositoryBase<EditionRow, Long> {
    long newest() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select coalesce(max(number), 0) from edition", Long.class)
                .getSingleResult();
    }

    /** Which one was the last at that moment; 0 where there was none yet. */
    long newestAt(Instant time) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select coalesce(max(number), 0) from edition where created_at <= :time", Long.class)
                .setParameter("time", time)
                .getSingleResult();
    }

    /** What stands beside the documents, newest first; the documents stay where they are. */
    List<Rulebook.Kept> below(long number, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createQuery("""
                        select number, hash, author, event, createdAt from EditionRow
                         where number < :number order by number desc
                        """, Object[].class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(EditionRows::kept)
                .toList();
    }

    private static Rulebook.Kept kept(Object[] row) {
        long number = (long) row[0];
        Saving saving = new Saving(number - 1, (UUID) row[2], (UUID) row[3], (Instant) row[4]);
        return new Rulebook.Kept(number, HexFormat.of().formatHex((byte[]) row[1]), saving);
    }

    /** Of the first edition that holds this without a gap up to the last one. A policy is spelled in one way, and with its id. */
    Optional<UUID> authorOf(byte[] spelled) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select e.author from edition e
                         where e.number > coalesce((select max(o.number) from edition o
                                                     where position(:spelled in o.document) = 0), 0)
                         order by e.number limit 1
                        """, UUID.class)
                .setParameter("spelled", spelled)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** False where another edition follows the one the author started from, or that one is not there. */
    boolean insert(Edition edition, Saving saving) {
        int inserted = getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("""
                        insert into edition (number, hash, document, author, event, created_at)
                        select :number, :hash, :document, :author, :event, :at
                         where :after = (select coalesce(max(number), 0) from edition)
                        on conflict (number) do nothing
                        """)
                .setParameter("number", edition.number())
                .setParameter("hash", HexFormat.of().parseHex(edition.hash()))
                .setParameter("document", edition.policies().canonical())
                .setParameter("author", saving.author(), UUID.class)
                .setParameter("event", saving.event())
                .setParameter("at", saving.at())
                .setParameter("after", saving.after())
                .executeUpdate();
        return inserted == 1;
    }
}
