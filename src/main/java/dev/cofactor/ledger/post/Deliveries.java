// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ledger.post.Outgoing.End;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was to be told to a channel, and what became of it. */
@Singleton
@Transactional
public class Deliveries {
    private final DeliveryRows rows;

    Deliveries(DeliveryRows rows) {
        this.rows = rows;
    }

    /**
     * One message to a channel.
     *
     * @param id the receiver has it as {@code webhook-id}, the same at every attempt
     * @param kind its type outside
     * @param ended absent while it waits, or is under way
     * @param next when it is tried next, while it waits
     * @param why how the last attempt went, in a word of a closed list; absent before the first
     */
    public record Delivery(
            UUID id,
            String kind,
            UUID event,
            Instant time,
            int attempts,
            Optional<End> ended,
            Optional<Instant> next,
            Optional<Instant> sent,
            Optional<String> why) {}

    /** The newest first. */
    public List<Delivery> latest(UUID channel, int most) {
        return rows.latest(channel, most);
    }

    public Optional<Delivery> find(UUID channel, UUID id) {
        return rows.find(channel, id);
    }

    /**
     * Part of a change: it is to leave once more, under the same id. What still waits leaves by itself.
     *
     * @return whether it had ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean again(UUID channel, UUID id) {
        return rows.again(channel, id);
    }
}
