// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.post.Deliveries;
import dev.cofactor.ledger.post.Outgoing.End;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How subscriptions and deliveries are spoken of outside. */
public final class SubscriptionJson {
    private SubscriptionJson() {}

    /** @param classes as they stand in the log: code-released */
    @Schema(name = "ChannelSubscriptions")
    record Classes(@Nullable List<@Nullable String> classes) {
        static Classes of(Set<EventClass> classes) {
            return new Classes(classes.stream()
                    .<@Nullable String>map(EventClass::word)
                    .sorted()
                    .toList());
        }

        Set<EventClass> read() {
            if (classes == null) {
                throw SubscriptionRefused.invalid("say in classes which events are told");
            }
            return SubscriptionJson.classes(classes);
        }
    }

    /**
     * One message.
     *
     * @param id the receiver has it as webhook-id
     * @param state waiting, sent, failed, or kept: it went nowhere
     * @param why how the last attempt went, out of a closed list, such as answered-500
     */
    @Schema(name = "ChannelDelivery")
    record Delivery(
            String id,
            String type,
            String event,
            Instant time,
            String state,
            int attempts,
            @Nullable Instant next,
            @Nullable Instant sent,
            @Nullable String why) {
        static Delivery of(Deliveries.Delivery one) {
            return new Delivery(
                    one.id().toString(),
                    one.kind(),
                    one.event().toString(),
                    one.time(),
                    SubscriptionJson.state(one),
                    one.attempts(),
                    one.next().orElse(null),
                    one.sent().orElse(null),
                    one.why().orElse(null));
        }
    }

    @Schema(name = "ChannelDeliveries")
    record Listing(List<Delivery> deliveries) {}

    /** A word: waiting, sent, kept or failed. */
    public static String state(Deliveries.Delivery one) {
        return one.ended().map(End::name).orElse("waiting").toLowerCase(Locale.ROOT);
    }

    /** @throws dev.cofactor.ground.problem.Problem for a word that is no class; it is not repeated */
    public static Set<EventClass> classes(Collection<? extends @Nullable String> words) {
        Set<EventClass> found = EnumSet.noneOf(EventClass.class);
        for (@Nullable String word : words) {
            found.add(Arrays.stream(EventClass.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> SubscriptionRefused.invalid("one of the classes is not known here")));
        }
        return found;
    }

    static UUID channel(String text) {
        return PublicId.CHANNEL.read(text).orElseThrow(SubscriptionRefused::notFound);
    }

    /** The path's pattern has seen to its form. */
    public static UUID delivery(String text) {
        return UUID.fromString(text);
    }
}
