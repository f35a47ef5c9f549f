// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Leaf;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.sealing.Addresses;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ground.sealing.Tags;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns events into entries: a place in the tree and in each chain, a body sealed with its salt, a leaf for strangers. */
final class Entries {
    private final LogBodies bodies;
    private final Tags tags;
    private final Addresses addresses;
    private final SecureRandom random;

    Entries(LogBodies bodies, Tags tags, Addresses addresses, SecureRandom random) {
        this.bodies = bodies;
        this.tags = tags;
        this.addresses = addresses;
        this.random = random;
    }

    /** Where each event went, and how the tree stands now. */
    record Written(Frontier frontier, Map<UUID, Long> indexes) {
        long indexOf(UUID event) {
            return Objects.requireNonNull(indexes.get(event), "only what was written has an index");
        }
    }

    Written write(Connection connection, Head head, Instant time, List<Candidate> candidates) throws SQLException {
        Map<UUID, Long> indexes = new HashMap<>();
        if (candidates.isEmpty()) {
            return new Written(head.frontier(), indexes);
        }
        List<Event> events = candidates.stream().map(Candidate::event).toList();
        Chains chains = Chains.of(connection, events);
        List<EntryRows.Entry> entries = new ArrayList<>(events.size());
        for (Event event : events) {
            long index = head.size() + entries.size();
            indexes.put(event.id(), index);
            entries.add(entry(event, head.epoch(), index, time, chains));
        }
        Frontier.Grown grown = head.frontier()
                .appendAll(entries.stream().map(EntryRows.Entry::leafHash).toList());
        EntryRows.insert(connection, head.epoch(), entries, grown.completed());
        chains.save(connection);
        return new Written(grown.frontier(), indexes);
    }

    private EntryRows.Entry entry(Event event, int epoch, long index, Instant time, Chains chains) {
        List<Place.Link> links = event.subjects().stream()
                .map(subject -> chains.next(subject, index))
                .toList();
        Optional<byte[]> addressHash = event.origin().address().map(addresses::hash);
        byte[] body = event.body(new Place(epoch, index, time, links, addressHash));
        byte[] salt = new byte[Leaf.SALT_BYTES];
        random.nextBytes(salt);
        byte[] leaf = Leaf.of(time, salt, body, links.stream().map(this::tag).toList())
                .bytes();
        // Sealed together: once the key is gone, nobody can try bodies against the commitment.
        byte[] saltAndBody = ByteBuffer.allocate(salt.length + body.length)
                .put(salt)
                .put(body)
                .array();
        LogBodies.Sealed sealed = bodies.seal(event.id(), time, saltAndBody);
        @Nullable UUID about = event.about().map(Subject::id).orElse(null);
        return new EntryRows.Entry(
                index, leaf, Hash.ofLeaf(leaf), event, time, about, addressHash.orElse(null), sealed);
    }

    private byte[] tag(Place.Link link) {
        return tags.of(link.subject().id(), link.sequence());
    }
}
