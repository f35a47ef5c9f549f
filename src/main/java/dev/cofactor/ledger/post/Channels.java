// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.ChannelSecrets.Content;
import dev.cofactor.ground.sealing.ChannelSecrets.Place;
import dev.cofactor.ground.sealing.ChannelSecrets.Sealed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where messages are sent outside. Facts of the world: a duty to a channel that does not stand cannot be carried out. */
@Singleton
@Transactional
public class Channels {
    /** More than anybody needs; each has a turn of its own with every courier. */
    public static final int MOST = 100;

    private final ChannelRows rows;
    private final ChannelSecretRows secrets;
    private final Subscriptions subscriptions;

    Channels(ChannelRows rows, ChannelSecretRows secrets, Subscriptions subscriptions) {
        this.rows = rows;
        this.secrets = secrets;
        this.subscriptions = subscriptions;
    }

    /** Those that were removed too: the log and earlier policies name them. */
    public List<Channel> all() {
        return rows.inOrder().stream().map(ChannelRow::channel).toList();
    }

    public Optional<Channel> find(UUID id) {
        return rows.findByIdOptional(id).map(ChannelRow::channel);
    }

    /** Whether something told there would get there: it is there, and was not switched off. */
    public boolean stands(UUID id) {
        return rows.stands(id);
    }

    /** What stands sealed in this place; it opens for the couriers alone. */
    public Optional<Sealed> sealed(Place place) {
        return secrets.findByIdOptional(ChannelSecretRow.Key.of(place)).map(ChannelSecretRow::content);
    }

    /** What signed before the present secret does, as long as it still signs beside it. */
    public Optional<Sealed> former(UUID channel, Instant now) {
        return secrets.findByIdOptional(ChannelSecretRow.Key.of(new Place(channel, Content.FORMER_SIGNING_SECRET)))
                .filter(row -> row.goodUntil != null && now.isBefore(row.goodUntil))
                .map(ChannelSecretRow::content);
    }

    /** Part of a change: another secret signs from now on. @param former what signed before, sealed as that, and until when */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sign(UUID channel, Sealed secret, Optional<Former> former) {
        secrets.delete("channel = ?1 and content <> ?2", channel, Content.ADDRESS.word());
        secrets.persist(new ChannelSecretRow(new Place(channel, Content.SIGNING_SECRET), secret, null));
        former.ifPresent(before -> secrets.persist(new ChannelSecretRow(
                new Place(channel, Content.FORMER_SIGNING_SECRET), before.secret(), before.until())));
        secrets.flush();
    }

    /** What signed before. */
    public record Former(Sealed secret, Instant until) {}

    /** Part of a change, whose transaction is open: channels are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Channel add(Channel channel, Map<Place, Sealed> credentials) {
        if (rows.standing() >= MOST) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "too-many-channels", "there are " + MOST + " channels: remove one first");
        }
        rows.persist(new ChannelRow(channel));
        rows.flush();
        credentials.forEach((place, content) -> secrets.persist(new ChannelSecretRow(place, content, null)));
        secrets.flush();
        return channel;
    }

    /** Part of a change. Its kind and where it leads stay what they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Channel edit(Channel then) {
        rows.update(
                "name = ?1, active = ?2, event = ?3 where id = ?4 and endedAt is null",
                then.name(),
                then.active(),
                then.event(),
                then.id());
        return then;
    }

    /** Part of a change. Where it led is forgotten. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID id, UUID event, Instant at) {
        rows.update("active = false, event = ?1, endedAt = ?2 where id = ?3 and endedAt is null", event, at, id);
        secrets.delete("channel", id);
        subscriptions.set(id, Set.of());
    }
}
