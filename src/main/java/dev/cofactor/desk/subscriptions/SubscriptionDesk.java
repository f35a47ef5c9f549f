// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Channels;
import dev.cofactor.ledger.post.Deliveries;
import dev.cofactor.ledger.post.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says which events a webhook is told, and what became of what it was told. */
@ApplicationScoped
public class SubscriptionDesk {
    private static final int LATEST = 50;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int AGAIN_IN_A_MINUTE = 30;

    private final Gate gate;
    private final Channels channels;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Clock clock;

    SubscriptionDesk(Gate gate, Channels channels, Subscriptions subscriptions, Deliveries deliveries, Clock clock) {
        this.gate = gate;
        this.channels = channels;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A channel, whose event is what an edit must show, and what it is told of. */
    public record Subscribed(Channel channel, Set<EventClass> classes) {}

    public Subscribed read(Caller caller, UUID id) {
        admit(caller, id);
        return new Subscribed(known(id), subscriptions.of(id));
    }

    /** These and no others, from the answer on: the next event of such a class is told, and none that was before. */
    public Subscribed set(Caller caller, UUID id, Supplier<String> seen, Supplier<Set<EventClass>> asked) {
        admit(caller, id);
        String state = seen.get();
        Set<EventClass> classes = asked.get();
        return changed(caller, Moves.WORLD, () -> there(id), at -> {
            Channel now = standing(id);
            if (!now.event().toString().equals(state)) {
                throw SubscriptionRefused.changed();
            }
            if (now.kind() != Channel.Kind.WEBHOOK) {
                throw SubscriptionRefused.noWebhook();
            }
            subscriptions.set(id, classes);
            Channel then = channels.edit(
                    new Channel(id, now.kind(), now.name(), now.active(), at.event(), now.since(), now.ended()));
            return done(new Subscribed(then, classes), id, "subscriptions");
        });
    }

    /** The newest first, and no more than a page of them. */
    public List<Deliveries.Delivery> latest(Caller caller, UUID id) {
        admit(caller, id);
        known(id);
        return deliveries.latest(id, LATEST);
    }

    /** It leaves once more, under the same id. */
    public Deliveries.Delivery again(Caller caller, UUID id, Supplier<UUID> asked) {
        admit(caller, id);
        UUID delivery = asked.get();
        Claim seldom = new Claim.Limit(
                "channel-again/" + id, clock.instant().truncatedTo(ChronoUnit.MINUTES), MINUTE, AGAIN_IN_A_MINUTE);
        return changed(caller, Moves.NOTHING, () -> there(id).map(sight -> taking(sight, seldom)), at -> {
            standing(id);
            if (deliveries.find(id, delivery).isEmpty()) {
                throw SubscriptionRefused.notFound();
            }
            if (!deliveries.again(id, delivery)) {
                throw SubscriptionRefused.underWay();
            }
            return done(deliveries.find(id, delivery).orElseThrow(), id, "sent-again");
        });
    }

    /** Whoever may not is told so before it is looked up, so that he learns nothing of what is there. */
    private void admit(Caller caller, UUID id) {
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> there(id));
    }

    private Optional<Sight> there(UUID id) {
        return channels.find(id).map(found -> Sight.installation(Details.none().with(Name.OTHER, id)));
    }

    private static Sight taking(Sight sight, Claim claim) {
        return new Sight(
                Target.installation(), sight.about(), sight.rows(), sight.details(), List.of(claim), sight.opens());
    }

    private Channel known(UUID id) {
        return channels.find(id).orElseThrow(SubscriptionRefused::notFound);
    }

    private Channel standing(UUID id) {
        Channel now = known(id);
        if (now.ended().isPresent()) {
            throw SubscriptionRefused.removed();
        }
        return now;
    }

    private <T> T changed(
            Caller caller, Moves moves, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.SETTINGS_EDIT, EventClass.CHANNEL_CHANGED, look);
        return gate.change(ask, moves, work).result().orElseThrow();
    }

    private static <T> Done<T> done(T result, UUID channel, String part) {
        Details details = Details.none().with(Name.OTHER, channel).with(Name.PARTS, List.of(part));
        return new Done<>(result, details, List.of());
    }
}
