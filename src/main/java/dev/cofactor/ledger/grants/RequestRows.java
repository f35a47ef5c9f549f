// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.AccessRequest.Key;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@Singleton
class RequestRows implements PanacheRepositoryBase<RequestRow, UUID> {
    private static final String OF_NEED =
            "hand = ?1 and verb = ?2 and secret = ?3 and clause = ?4 and coalesce(run, '') = ?5";
    private static final String OF_HAND_THAT_WAITS =
            "hand = ?1 and verb = ?2 and state = 'pending' and decideBy > ?3 and coalesce(run, '') = ?4";
    private static final String NEWEST = " order by askedAt desc, id desc";
    private static final String HIS = "(person = ?1 or hand = ?1)";
    private static final String TO_HIM =
            "(person = ?1 or hand = ?1 or reviewedBy = ?1 or id in (select v.request from VerdictRow v where v.person = ?1))";
    private static final String STILL_OPEN = "select r.id from access_request r where r.id = any(:some)"
            + " and r.state = 'pending' and r.decide_by > clock_timestamp()";
    /** Of a few hundred at most, by the index of those that wait. */
    private static final String BEAT = "select coalesce(md5(string_agg(cast(r.id as text) || '='"
            + " || (select count(*) from access_verdict v where v.request = r.id), ',' order by r.id)), '')"
            + " from access_request r where r.state = 'pending' and r.decide_by > clock_timestamp()";

    private static final String BEFORE = " and (askedAt < ?2 or (askedAt = ?2 and id < ?3))";

    /** The database's clock: what is compared with it was written by it. */
    Instant now() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    Optional<RequestRow> latest(Key key) {
        byte[] clause = HexFormat.of().parseHex(key.clause());
        return find(
                        OF_NEED + NEWEST,
                        key.hand(),
                        key.verb(),
                        key.secret(),
                        clause,
                        key.run().orElse(""))
                .firstResultOptional();
    }

    long waiting(UUID hand) {
        return count("hand = ?1 and state = 'pending'", hand);
    }

    List<RequestRow> pending(UUID hand, Optional<String> run, String verb) {
        return list(OF_HAND_THAT_WAITS, hand, verb, now(), run.orElse(""));
    }

    /** Those that could still be decided, the oldest first. */
    List<RequestRow> open(Instant now, int limit) {
        return find("state = 'pending' and decideBy > ?1 order by askedAt, id", now)
                .page(Page.ofSize(limit))
                .list();
    }

    Set<UUID> stillOpen(Set<UUID> some) {
        return Set.copyOf(getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(STILL_OPEN, UUID.class)
                .setParameter("some", some.toArray(UUID[]::new))
                .getResultList());
    }

    String beat() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(BEAT, String.class)
                .getSingleResult();
    }

    List<RequestRow> due(Instant now, int limit) {
        return find("state = 'pending' and decideBy <= ?1 order by decideBy, id", now)
                .page(Page.ofSize(limit))
                .list();
    }

    List<RequestRow> his(UUID self, boolean decidedToo, @Nullable RequestRow before, int limit) {
        String whose = decidedToo ? TO_HIM : HIS;
        return (before == null
                        ? find(whose + NEWEST, self)
                        : find(whose + BEFORE + NEWEST, self, before.askedAt, before.id))
                .page(Page.ofSize(limit))
                .list();
    }

    List<RequestRow> unreviewed(int limit) {
        return find("glass = true and reviewedAt is null order by askedAt, id")
                .page(Page.ofSize(limit))
                .list();
    }

    /** Exactly one comes first: whoever does not find it as he expects changes nothing. */
    boolean settle(UUID id, State from, State to, Settled how) {
        return update(
                        "state = ?1, settledAt = ?2, settledBy = ?3, settledEvent = ?4 where id = ?5 and state = ?6",
                        RequestRow.word(to),
                        how.at(),
                        how.by(),
                        how.event(),
                        id,
                        RequestRow.word(from))
                == 1;
    }

    int voidAllOf(UUID self, Settled how) {
        return update(
                "state = 'void', settledAt = ?1, settledBy = ?2, settledEvent = ?3"
                        + " where state = 'pending' and (person = ?4 or hand = ?4 or actor = ?4)",
                how.at(),
                how.by(),
                how.event(),
                self);
    }

    boolean review(UUID id, Settled how) {
        return update(
                        "reviewedAt = ?1, reviewedBy = ?2, reviewEvent = ?3"
                                + " where id = ?4 and glass = true and reviewedAt is null",
                        how.at(),
                        how.by(),
                        how.event(),
                        id)
                == 1;
    }

    /** As it stands now, whatever statement changed it. */
    void refreshed(RequestRow row) {
        getEntityManager().refresh(row);
    }
}
