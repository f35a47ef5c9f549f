// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Leaf;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Tags.Addresses;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns events into entries: a place in the tree and in each chain, a body sealed with its salt, a leaf for strangers. */
final class Entries {
    private static final int WORTH_ANOTHER_THREAD = 8;
    private static final int WORTH_TWO_PARTS = 48;

    private static final ExecutorService SEALER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sealer").daemon(true).factory());

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

    /** Where each event went, how the tree stands then, and the statements that are still to be run. */
    record Written(Frontier frontier, List<Event> events, Map<UUID, Long> indexes, List<Table.Write> left) {
        long indexOf(UUID event) {
            return Objects.requireNonNull(indexes.get(event), "only what was written has an index");
        }
    }

    /** An event with its place in the log and in its chains. */
    private record Placed(Event event, long index, List<Place.Link> links) {}

    /** What is ready goes to the database while the next bodies are sealed beside it: neither waits for the other. */
    Written write(Connection connection, HeadRows.Locked locked, Instant time, List<Candidate> candidates)
            throws SQLException {
        Head head = locked.head();
        if (candidates.isEmpty()) {
            return new Written(head.frontier(), List.of(), Map.of(), List.of());
        }
        EntryRows.Common common = new EntryRows.Common(head.epoch(), head.size(), time);
        List<Event> events = candidates.stream().map(Candidate::event).toList();
        Chains chains = locked.chains();
        chains.readFor(connection, events);
        List<Placed> placed = new ArrayList<>(events.size());
        Map<UUID, Long> indexes = new HashMap<>();
        for (Event event : events) {
            long index = head.size() + placed.size();
            indexes.put(event.id(), index);
            placed.add(new Placed(event, index, chains.next(event.subjects(), index)));
        }
        List<CompletableFuture<List<EntryRows.Entry>>> sealed =
                parts(placed).map(part -> sealing(part, common)).toList();
        List<EntryRows.Entry> entries = new ArrayList<>(placed.size());
        List<Table.Write> ready = List.of(EntryRows.events(common, events), chains.save());
        for (CompletableFuture<List<EntryRows.Entry>> part : sealed) {
            Table.writeAll(connection, ready);
            List<EntryRows.Entry> done = joined(part);
            ready = List.of(EntryRows.entries(common.from(entries.size()), done));
            entries.addAll(done);
        }
        Frontier.Grown grown = head.frontier()
                .appendAll(entries.stream().map(EntryRows.Entry::leafHash).toList());
        List<Table.Write> left = new ArrayList<>(ready);
        left.add(EntryRows.nodes(common, grown.completed()));
        return new Written(grown.frontier(), events, indexes, left);
    }

    /** Two halves, so that one is written while the other is sealed; few are sealed before the first statements are done. */
    private static Stream<List<Placed>> parts(List<Placed> placed) {
        int half = placed.size() / 2;
        return placed.size() < WORTH_TWO_PARTS
                ? Stream.of(placed)
                : Stream.of(placed.subList(0, half), placed.subList(half, placed.size()));
    }

    private CompletableFuture<List<EntryRows.Entry>> sealing(List<Placed> placed, EntryRows.Common common) {
        return CompletableFuture.supplyAsync(
                () -> placed.stream().map(one -> entry(one, common)).toList(),
                placed.size() < WORTH_ANOTHER_THREAD ? Runnable::run : SEALER);
    }

    private static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private EntryRows.Entry entry(Placed placed, EntryRows.Common common) {
        Instant time = common.time();
        Event event = placed.event;
        Optional<byte[]> addressHash = event.origin().address().map(addresses::hash);
        byte[] body = event.body(new Place(common.epoch(), placed.index, time, placed.links, addressHash));
        byte[] salt = new byte[Leaf.SALT_BYTES];
        random.nextBytes(salt);
        List<byte[]> chainTags = placed.links.stream()
                .map(link -> tags.of(common.epoch(), link.subject().id(), link.sequence()))
                .toList();
        byte[] leaf = Leaf.of(time, salt, body, chainTags).bytes();
        // Sealed together: once the key is gone, nobody can try bodies against the commitment.
        byte[] saltAndBody = ByteBuffer.allocate(salt.length + body.length)
                .put(salt)
                .put(body)
                .array();
        LogBodies.Sealed sealed = bodies.seal(event.id(), time, saltAndBody);
        @Nullable UUID about = event.about().map(Subject::id).orElse(null);
        return new EntryRows.Entry(leaf, Hash.ofLeaf(leaf), event, about, addressHash.orElse(null), sealed);
    }
}
