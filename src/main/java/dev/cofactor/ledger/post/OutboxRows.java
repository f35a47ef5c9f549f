// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class OutboxRows implements PanacheRepositoryBase<OutboxRow, UUID> {
    private static final List<String> KINDS = Message.words();

    private static final String HIS = "recipient = ?1 and kind in ?2";
    private static final String UNREAD = " and readAt is null";
    private static final String OLDER = " and (createdAt < ?3 or (createdAt = ?3 and id < ?4))";
    private static final String ORDER = " order by createdAt desc, id desc";

    List<OutboxRow> newest(UUID recipient, boolean unreadOnly, int limit) {
        return find(HIS + (unreadOnly ? UNREAD : "") + ORDER, recipient, KINDS)
                .page(Page.ofSize(limit))
                .list();
    }

    List<OutboxRow> olderThan(OutboxRow last, boolean unreadOnly, int limit) {
        String those = HIS + OLDER + (unreadOnly ? UNREAD : "") + ORDER;
        return find(those, last.recipient, KINDS, last.createdAt, last.id)
                .page(Page.ofSize(limit))
                .list();
    }

    long unread(UUID recipient) {
        return count(HIS + UNREAD, recipient, KINDS);
    }

    Map<UUID, Long> unread(Set<UUID> recipients) {
        return getEntityManager()
                .createQuery(
                        "select o.recipient, count(*) from OutboxRow o where o.recipient in :some and o.kind in :kinds"
                                + " and o.readAt is null group by o.recipient",
                        Object[].class)
                .setParameter("some", recipients)
                .setParameter("kinds", KINDS)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    Optional<OutboxRow> of(UUID recipient, UUID id) {
        return find("recipient = ?1 and id = ?2", recipient, id).firstResultOptional();
    }

    void read(UUID recipient, UUID id, Instant now) {
        update("readAt = ?1 where recipient = ?2 and id = ?3 and readAt is null", now, recipient, id);
    }
}
