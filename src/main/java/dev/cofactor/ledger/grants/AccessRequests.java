// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.AccessRequest.Key;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was asked, and what was said to it. Who may see it, and who may say something, is asked by whoever calls. */
@Singleton
@Transactional
public class AccessRequests {
    private final RequestRows rows;
    private final VerdictRows verdicts;

    AccessRequests(RequestRows rows, VerdictRows verdicts) {
        this.rows = rows;
        this.verdicts = verdicts;
    }

    /** By the database's clock, by which all of it is dated. */
    public Instant now() {
        return rows.now();
    }

    public Optional<AccessRequest> find(UUID id) {
        return rows.findByIdOptional(id).map(RequestRow::request);
    }

    /** The last one of this need, whatever became of it. */
    public Optional<AccessRequest> latest(Key key) {
        return rows.latest(key).map(RequestRow::request);
    }

    /** How many of a hand's wait. */
    public long waiting(UUID hand) {
        return rows.waiting(hand);
    }

    /** Those that somebody could decide now, the oldest first. */
    public List<AccessRequest> open(int limit) {
        return requests(rows.open(rows.now(), limit));
    }

    /** Those of a hand that wait for this verb and can still be decided. */
    public List<AccessRequest> pending(UUID hand, Optional<String> run, String verb) {
        return requests(rows.pending(hand, run, verb));
    }

    /** Of these, those that somebody can still decide. One query, however many they are. */
    public Set<UUID> stillOpen(Set<UUID> some) {
        return rows.stillOpen(some);
    }

    /** Other than before when any of those that somebody can decide came, went, or had another word said to it. */
    public String beat() {
        return rows.beat();
    }

    /** Those whose time to be decided is over, and of which nobody has said so yet. */
    public List<AccessRequest> due(int limit) {
        return requests(rows.due(rows.now(), limit));
    }

    /**
     * Somebody's own, the newest first.
     *
     * @param decidedToo also those of others that he decided or looked at
     * @param before only what is older than this one; nothing, where there is no such request
     */
    public List<AccessRequest> of(UUID self, boolean decidedToo, Optional<UUID> before, int limit) {
        if (before.isEmpty()) {
            return requests(rows.his(self, decidedToo, null, limit));
        }
        return rows.findByIdOptional(before.get())
                .map(last -> requests(rows.his(self, decidedToo, last, limit)))
                .orElse(List.of());
    }

    /** Broken glasses that nobody has looked at, the oldest first. */
    public List<AccessRequest> unreviewed(int limit) {
        return requests(rows.unreviewed(limit));
    }

    public List<Verdict> verdicts(UUID request) {
        return verdicts(List.of(request));
    }

    public List<Verdict> verdicts(Collection<UUID> requests) {
        return verdicts.of(requests).stream().map(VerdictRow::verdict).toList();
    }

    /** Part of a change, under the head's lock. The database allows one that waits for each need. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(AccessRequest asked) {
        rows.persist(new RequestRow(asked));
        rows.flush();
    }

    /** Part of a change. The database allows one for each person. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void say(Verdict verdict) {
        verdicts.persist(new VerdictRow(verdict));
        verdicts.flush();
    }

    /** Part of a change. @return false where it was in another state */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean settle(UUID request, State from, State to, Settled how) {
        return rows.settle(request, from, to, how);
    }

    /** Part of a change. @return false where somebody has looked at it before, or no glass was broken */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean review(UUID request, Settled how) {
        return rows.review(request, how);
    }

    private static List<AccessRequest> requests(List<RequestRow> found) {
        return found.stream().map(RequestRow::request).toList();
    }
}
