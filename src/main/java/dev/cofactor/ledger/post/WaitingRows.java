// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rows of the outbox as those see them who take messages out. Times are the database's alone, so that nodes need not
 * agree on theirs.
 */
@ApplicationScoped
class WaitingRows {
    private static final String DUE = " ended is null and next_at <= clock_timestamp() ";
    private static final String A_CHANNEL = "recipient in (select id from channel)";

    private final EntityManager entities;

    WaitingRows(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> channelsDue() {
        return rows("select id from channel where exists (select from outbox where recipient = channel.id and" + DUE + ")")
                .map(row -> row.get("id", UUID.class))
                .toList();
    }

    boolean isSomebodyDue() {
        return rows("select exists (select from outbox where" + DUE + "and not " + A_CHANNEL + ") as due")
                .anyMatch(row -> row.get("due", Boolean.class));
    }

    /** Whoever takes them has them until the lease is over; rows that somebody else is taking are passed by. */
    List<Tuple> take(String whose, Map<String, Object> parameters, int most, Duration lease) {
        Query query = entities.createNativeQuery("update outbox set attempts = attempts + 1,"
                        + " next_at = clock_timestamp() + cast(:lease as interval)"
                        + " where id in (select id from outbox where" + DUE + "and " + whose
                        + " order by next_at limit :most for update skip locked)"
                        + " returning id, recipient, message, attempts,"
                        + " cast(extract(epoch from created_at) * 1000 as bigint) as made,"
                        + " cast(extract(epoch from clock_timestamp() - created_at) as bigint) as age", Tuple.class)
                .setParameter("lease", lease.toString())
                .setParameter("most", most);
        parameters.forEach(query::setParameter);
        return tuples(query).toList();
    }

    List<Tuple> takeOf(UUID channel, int most, Duration lease) {
        return take("recipient = :channel", Map.of("channel", channel), most, lease);
    }

    List<Tuple> takeOfPeople(int most, Duration lease) {
        return take("not " + A_CHANNEL, Map.of(), most, lease);
    }

    void end(UUID id, String how) {
        entities.createNativeQuery("update outbox set ended = :how,"
                        + " sent_at = case when :how = 'sent' then clock_timestamp() end where id = :id and ended is null")
                .setParameter("how", how)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Only for whoever has the lease still. */
    void later(UUID id, int attempt, Duration wait) {
        entities.createNativeQuery("update outbox set next_at = clock_timestamp() + cast(:wait as interval)"
                        + " where id = :id and attempts = :attempt and ended is null")
                .setParameter("wait", wait.toString())
                .setParameter("id", id)
                .setParameter("attempt", attempt)
                .executeUpdate();
    }

    void addFormer(UUID id, UUID person, String address) {
        entities.createNativeQuery("insert into former_mail (id, person, address) values (:id, :person, :address)")
                .setParameter("id", id)
                .setParameter("person", person)
                .setParameter("address", address)
                .executeUpdate();
    }

    Stream<Tuple> former(UUID id) {
        return tuples(entities.createNativeQuery("select person, address from former_mail where id = :id", Tuple.class)
                .setParameter("id", id));
    }

    void forgetFormer(UUID id) {
        entities.createNativeQuery("delete from former_mail where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private Stream<Tuple> rows(String sql) {
        return tuples(entities.createNativeQuery(sql, Tuple.class));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return ((List<Tuple>) query.getResultList()).stream();
    }
}
