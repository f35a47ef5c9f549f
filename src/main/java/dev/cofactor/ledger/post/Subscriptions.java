// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.events.EventClass;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Which classes of events a channel is told. Part of the world, as channels are: the log's appender reads it with that. */
@Singleton
@Transactional
public class Subscriptions {
    private final SubscriptionRows rows;

    Subscriptions(SubscriptionRows rows) {
        this.rows = rows;
    }

    public Set<EventClass> of(UUID channel) {
        Set<Object> words = rows.words(channel);
        Set<EventClass> classes = EnumSet.noneOf(EventClass.class);
        Arrays.stream(EventClass.values())
                .filter(one -> words.contains(one.word()))
                .forEach(classes::add);
        return classes;
    }

    /** Part of a change: these and no others from its commit on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(UUID channel, Set<EventClass> classes) {
        rows.delete(channel);
        classes.forEach(one -> rows.add(channel, one.word()));
    }
}
