// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.events.Logged;
import dev.cofactor.ledger.post.Outgoing.Former;
import dev.cofactor.ledger.post.Outgoing.Letter;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rows of the outbox as those see them who take messages out. Times are the database's alone, so that nodes need not
 * agree on theirs.
 */
@Singleton
class WaitingRows {
    private static final String DUE = " ended is null and next_at <= clock_timestamp() ";
    private static final String A_CHANNEL = "recipient in (select id from channel)";

    /** An update gives back its rows in no order; what was recorded first leaves first. */
    private static final Comparator<Letter> OLDEST_FIRST = Comparator.comparing(Letter::time)
            .thenComparing(letter -> letter.logged().map(Logged::index).orElse(0L));

    private final EntityManager entities;

    WaitingRows(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> channelsDue() {
        return rows("select id from channel where exists (select from outbox where recipient = channel.id and" + DUE
                        + ")")
                .map(row -> row.get("id", UUID.class))
                .toList();
    }

    boolean isSomebodyDue() {
        return rows("select exists (select from outbox where" + DUE + "and not " + A_CHANNEL + ") as due")
                .anyMatch(row -> row.get("due", Boolean.class));
    }

    long waiting() {
        return rows("select count(*) as waiting from outbox where ended is null")
                .map(row -> row.get("waiting", Long.class))
                .findFirst()
                .orElse(0L);
    }

    /** Whoever takes them has them until the lease is over; rows that somebody else is taking are passed by. */
    List<Letter> take(String whose, Map<String, Object> parameters, int most, Duration lease) {
        Query query = entities.createNativeQuery(
                        "update outbox set attempts = attempts + 1,"
                                + " next_at = clock_timestamp() + cast(:lease as interval)"
                                + " where id in (select id from outbox where" + DUE + "and " + whose
                                + " order by next_at limit :most for update skip locked)"
                                + " returning id, recipient, message, attempts,"
                                + " cast(extract(epoch from created_at) * 1000 as bigint) as made,"
                                + " cast(extract(epoch from clock_timestamp() - created_at) as bigint) as age",
                        Tuple.class)
                .setParameter("lease", lease.toString())
                .setParameter("most", most);
        parameters.forEach(query::setParameter);
        return tuples(query).map(WaitingRows::letter).sorted(OLDEST_FIRST).toList();
    }

    List<Letter> takeOf(UUID channel, int most, Duration lease) {
        return take("recipient = :channel", Map.of("channel", channel), most, lease);
    }

    List<Letter> takeOfPeople(int most, Duration lease) {
        return take("not " + A_CHANNEL, Map.of(), most, lease);
    }

    /** Of many at once, and none of them looked at: what is for people while there is nowhere to send it. */
    int keep(int most) {
        int kept = entities.createNativeQuery(
                        "update outbox set ended = 'kept' where id in (select id from outbox where" + DUE + "and not "
                                + A_CHANNEL + " limit :most for update skip locked)")
                .setParameter("most", most)
                .executeUpdate();
        entities.createNativeQuery(
                        "delete from former_mail where id in"
                                + " (select recipient from outbox where ended is not null and recipient in (select id from former_mail))")
                .executeUpdate();
        return kept;
    }

    void end(UUID id, String how, String why) {
        entities.createNativeQuery(
                        "update outbox set ended = :how, why = :why,"
                                + " sent_at = case when :how = 'sent' then clock_timestamp() end where id = :id and ended is null")
                .setParameter("how", how)
                .setParameter("why", why)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Only for whoever has the lease still. */
    void later(UUID id, int attempt, Duration wait, String why) {
        entities.createNativeQuery("update outbox set next_at = clock_timestamp() + cast(:wait as interval), why = :why"
                        + " where id = :id and attempts = :attempt and ended is null")
                .setParameter("wait", wait.toString())
                .setParameter("why", why)
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

    Optional<Former> former(UUID id) {
        return tuples(entities.createNativeQuery("select person, address from former_mail where id = :id", Tuple.class)
                        .setParameter("id", id))
                .findFirst()
                .map(row -> new Former(row.get("person", UUID.class), row.get("address", String.class)));
    }

    void forgetFormer(UUID id) {
        entities.createNativeQuery("delete from former_mail where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Letter letter(Tuple row) {
        return new Letter(
                row.get("id", UUID.class),
                row.get("recipient", UUID.class),
                Message.read(row.get("message", byte[].class)),
                Logged.read(row.get("message", byte[].class)),
                Instant.ofEpochMilli(row.get("made", Long.class)),
                row.get("attempts", Integer.class),
                Duration.ofSeconds(row.get("age", Long.class)));
    }

    private Stream<Tuple> rows(String sql) {
        return tuples(entities.createNativeQuery(sql, Tuple.class));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return ((List<Tuple>) query.getResultList()).stream();
    }
}
