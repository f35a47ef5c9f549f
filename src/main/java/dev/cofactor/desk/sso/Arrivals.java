// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.provider.Proven;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.ledger.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sessions that the provider vouched for, and what they have from it. */
@ApplicationScoped
@Transactional
class Arrivals implements Groups.Brought {
    private final ArrivalRows rows;
    private final MapRows map;
    private final Sessions sessions;

    Arrivals(ArrivalRows rows, MapRows map, Sessions sessions) {
        this.rows = rows;
        this.map = map;
        this.sessions = sessions;
    }

    /** A session that begins, and how many groups it was given. */
    record Opened(SessionToken token, long groups) {}

    @Override
    public Set<UUID> by(UUID session) {
        return rows.groupsOf(session);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void pass(UUID from, UUID to) {
        rows.pass(from, to);
    }

    boolean isOne(UUID session) {
        return rows.has(session);
    }

    /** Part of the change that records it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Opened open(UUID session, UUID person, Proven proven) {
        SessionToken token = sessions.openVouched(session, person, proven.factor());
        rows.add(session, person, proven);
        List<UUID> given = map.all().stream()
                .filter(mapping -> proven.groups().contains(mapping.claim()))
                // Asked when it was saved, and again now: a group can be put into a role afterwards.
                .filter(mapping -> !map.isOrReachesRole(mapping.group()))
                .map(GroupMap.Mapping::id)
                .toList();
        given.forEach(mapping -> rows.give(session, mapping));
        return new Opened(token, given.size());
    }
}
