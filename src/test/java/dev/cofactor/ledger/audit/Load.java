// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an organisation's day looks like to the log: some hundred people and machines, some thousand secrets. */
final class Load {
    private static final List<UUID> PEOPLE =
            Stream.generate(UUID::randomUUID).limit(500).toList();
    private static final List<UUID> SECRETS =
            Stream.generate(UUID::randomUUID).limit(3000).toList();

    /** The same in every process. */
    private static final List<UUID> COUNTING = IntStream.range(0, 40)
            .mapToObj(number -> new UUID(0x7000L, 0x8000_0000_0000_0000L | number))
            .toList();

    private static final InetAddress ADDRESS = address();

    private Load() {}

    static Intent note() {
        return Intent.note(event(), Intent.Lane.KNOWN);
    }

    /** About nothing, from nowhere, with nothing to say: what is left is the chain, the tree and the commit. */
    static Intent empty() {
        Event whole = event();
        Event empty = new Event(
                whole.id(),
                whole.kind(),
                whole.actor(),
                Optional.empty(),
                whole.outcome(),
                new Origin(Optional.empty(), Optional.empty(), whole.origin().trace()),
                Details.none());
        return Intent.note(empty, Intent.Lane.KNOWN);
    }

    /** With claims of several kinds, of which some are lost. */
    static Intent claiming() {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        UUID seed = SECRETS.get(dice.nextInt(SECRETS.size()));
        UUID counting = COUNTING.get(dice.nextInt(COUNTING.size()));
        Event event = event();
        List<Claim> claims = List.of(
                new Claim.Replay(seed, seed, "code.fetch", event.id().toString(), new byte[] {1}),
                new Claim.Limit("fetches/" + seed, Instant.EPOCH, Duration.ofDays(36_500), 1_000_000),
                new Claim.Counter(counting),
                new Claim.Tell(UUID.randomUUID(), "mail", seed, new byte[] {1}));
        List<Claim> some = dice.nextBoolean() ? List.of() : claims;
        return new Intent(event, Optional.empty(), some, OptionalLong.empty(), Map.of(), Intent.Lane.KNOWN);
    }

    /** Which number of which seed went out with it, if one did. */
    static Optional<String> number(Intent intent, Settlement.OnRecord done) {
        Stream<UUID> seeds = intent.claims().stream()
                .filter(Claim.Counter.class::isInstance)
                .map(claim -> ((Claim.Counter) claim).seed());
        return done.won().stream()
                .filter(Won.Counter.class::isInstance)
                .map(won -> ((Won.Counter) won).counter())
                .flatMap(number -> seeds.map(seed -> seed + "/" + number))
                .findFirst();
    }

    static Event event() {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        return new Event(
                id(dice),
                EventClass.CODE_RELEASED,
                new Actor.Person(PEOPLE.get(dice.nextInt(PEOPLE.size()))),
                Optional.of(new Subject(Subject.Kind.SECRET, SECRETS.get(dice.nextInt(SECRETS.size())))),
                Outcome.DONE,
                new Origin(Optional.of(ADDRESS), Optional.of(id(dice)), "0af7651916cd43dd8448eb211c80319c"),
                Details.none().with(Details.Name.REASON, "the weekly transfer"));
    }

    /** Version 7, as the server makes them: ids made together lie together. */
    private static UUID id(ThreadLocalRandom dice) {
        return new UUID(
                (System.currentTimeMillis() << 16) | 0x7000L | dice.nextLong(0x1000),
                0x8000_0000_0000_0000L | (dice.nextLong() >>> 2));
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByName("192.0.2.7");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
