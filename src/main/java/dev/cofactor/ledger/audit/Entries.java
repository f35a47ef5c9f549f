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
import dev.cofactor.ledger.claims.Table;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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
    private final Clock nodeClock;

    Entries(LogBodies bodies, Tags tags, Addresses addresses, SecureRandom random, Clock nodeClock) {
        this.bodies = bodies;
        this.tags = tags;
        this.addresses = addresses;
        this.random = random;
        this.nodeClock = nodeClock;
    }

    /** Before the lock, so that nobody waits under it while a month's key is made. Cheap when the keys are there. */
    void prepare() {
        bodies.prepare(nodeClock.instant());
    }

    /** Where each event goes, how the tree stands then, and the statements that make it so. */
    record Written(Frontier frontier, Map<UUID, Long> indexes, List<Table.Write> statements) {
        long indexOf(UUID event) {
            return Objects.requireNonNull(indexes.get(event), "only what was written has an index");
        }
    }

    /** Reads the chains' ends and writes nothing yet. */
    Written compose(Connection connection, Head head, Instant time, List<Candidate> candidates) throws SQLException {
        Map<UUID, Long> indexes = new HashMap<>();
        if (candidates.isEmpty()) {
            return new Written(head.frontier(), indexes, List.of());
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
        List<Table.Write> statements = new ArrayList<>(EntryRows.writes(head.epoch(), entries, grown.completed()));
        statements.add(chains.save());
        return new Written(grown.frontier(), indexes, statements);
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
