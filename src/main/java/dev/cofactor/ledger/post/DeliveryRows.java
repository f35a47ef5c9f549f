// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ledger.post.Deliveries.Delivery;
import dev.cofactor.ledger.post.Outgoing.End;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of the outbox as those see them who ask what became of messages. */
@Singleton
class DeliveryRows {
    private static final String COLUMNS =
            "select id, kind, event, attempts, ended, why, " + millis("created_at", "made") + ", "
                    + millis("next_at", "next") + ", " + millis("sent_at", "sent") + " from outbox";

    private final EntityManager entities;

    DeliveryRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest first. */
    List<Delivery> latest(UUID channel, int most) {
        return deliveries(entities.createNativeQuery(
                                COLUMNS + " where recipient = :channel order by created_at desc, id desc limit :most",
                                Tuple.class)
                        .setParameter("channel", channel)
                        .setParameter("most", most))
                .toList();
    }

    Optional<Delivery> find(UUID channel, UUID id) {
        return deliveries(entities.createNativeQuery(COLUMNS + " where recipient = :channel and id = :id", Tuple.class)
                        .setParameter("channel", channel)
                        .setParameter("id", id))
                .findFirst();
    }

    boolean again(UUID channel, UUID id) {
        return entities.createNativeQuery(
                                "update outbox set ended = null, sent_at = null, attempts = 0,"
                                        + " next_at = clock_timestamp() where recipient = :channel and id = :id and ended is not null")
                        .setParameter("channel", channel)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    private static String millis(String column, String called) {
        return "cast(extract(epoch from " + column + ") * 1000 as bigint) as " + called;
    }

    private static Optional<Instant> time(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, Long.class)).map(Instant::ofEpochMilli);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Delivery> deliveries(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(DeliveryRows::delivery);
    }

    private static Delivery delivery(Tuple row) {
        Optional<End> ended = Optional.ofNullable(row.get("ended", String.class))
                .map(word -> End.valueOf(word.toUpperCase(Locale.ROOT)));
        return new Delivery(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("event", UUID.class),
                time(row, "made").orElseThrow(),
                row.get("attempts", Integer.class),
                ended,
                time(row, "next").filter(at -> ended.isEmpty()),
                time(row, "sent"),
                Optional.ofNullable(row.get("why", String.class)));
    }
}
