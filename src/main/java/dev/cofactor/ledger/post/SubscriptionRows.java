// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A channel and the word of a class. */
@Singleton
class SubscriptionRows {
    private final EntityManager entities;

    SubscriptionRows(EntityManager entities) {
        this.entities = entities;
    }

    Set<Object> words(UUID channel) {
        Set<Object> words = new HashSet<>();
        for (Object word : entities.createNativeQuery("select class from channel_subscription where channel = :channel")
                .setParameter("channel", channel)
                .getResultList()) {
            words.add(word);
        }
        return words;
    }

    void delete(UUID channel) {
        entities.createNativeQuery("delete from channel_subscription where channel = :channel")
                .setParameter("channel", channel)
                .executeUpdate();
    }

    void add(UUID channel, String word) {
        entities.createNativeQuery("insert into channel_subscription (channel, class) values (:channel, :word)")
                .setParameter("channel", channel)
                .setParameter("word", word)
                .executeUpdate();
    }
}
