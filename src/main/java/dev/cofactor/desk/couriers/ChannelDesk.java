// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.ChannelSecrets;
import dev.cofactor.ground.sealing.ChannelSecrets.Content;
import dev.cofactor.ground.sealing.ChannelSecrets.Place;
import dev.cofactor.ground.sealing.ChannelSecrets.Sealed;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says where messages are sent outside. All of it is of the world: a policy may have something told there. */
@ApplicationScoped
public class ChannelDesk {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int TESTS_IN_A_MINUTE = 5;

    private final Gate gate;
    private final Channels channels;
    private final ChannelSecrets secrets;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    ChannelDesk(Gate gate, Channels channels, ChannelSecrets secrets, Ids ids, SecureRandom random, Clock clock) {
        this.gate = gate;
        this.channels = channels;
        this.secrets = secrets;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** @param address where it leads: a credential */
    public record Wanted(Channel.Kind kind, DisplayName name, String address) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param secret by which receivers know what is ours, this once; empty where nothing is signed */
    public record Made(Channel channel, Optional<String> secret) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    public record Edit(Optional<DisplayName> name, Optional<Boolean> active) {}

    /** For whoever may edit settings; nobody else learns which there are. */
    public List<Channel> all(Caller caller) {
        admit(caller);
        return channels.all();
    }

    public Channel read(Caller caller, UUID id) {
        admit(caller, id);
        return known(id);
    }

    public Made create(Caller caller, Supplier<Wanted> asked) {
        admit(caller);
        Wanted wanted = asked.get();
        UUID id = ids.next();
        Optional<byte[]> secret = wanted.kind() == Channel.Kind.WEBHOOK ? Optional.of(fresh()) : Optional.empty();
        Map<Place, Sealed> credentials = sealed(id, wanted, secret);
        Channel made = changed(caller, Moves.WORLD, () -> Optional.of(Sight.installation(Details.none())), at -> {
            Channel channel = new Channel(
                    id, wanted.kind(), wanted.name().value(), true, at.event(), at.time(), Optional.empty());
            return done(channels.add(channel, credentials), "channel");
        });
        return new Made(made, secret.map(Signature::spelled));
    }

    public Channel edit(Caller caller, UUID id, Supplier<String> seen, Supplier<Edit> asked) {
        admit(caller, id);
        String state = seen.get();
        Edit edit = asked.get();
        return changed(caller, Moves.WORLD, () -> there(id), at -> {
            Channel now = unchanged(id, state);
            String name = edit.name().map(DisplayName::value).orElse(now.name());
            boolean active = edit.active().orElse(now.active());
            return done(channels.edit(with(now, name, active, at.event())), parts(now, name, active));
        });
    }

    /** Nothing is told there from the answer on, and what a policy would have told there is refused. */
    public void remove(Caller caller, UUID id, Supplier<String> seen) {
        admit(caller, id);
        String state = seen.get();
        changed(caller, Moves.WORLD, () -> there(id), at -> {
            Channel now = unchanged(id, state);
            channels.end(id, at.event(), at.time());
            return done(now, "removed");
        });
    }

    /**
     * Another secret signs from the answer on; the one before signs beside it for a while, so that receivers can change over.
     *
     * @return as receivers keep it, this once
     */
    public String rotate(Caller caller, UUID id, Supplier<String> seen, Supplier<Duration> overlap) {
        admit(caller, id);
        String state = seen.get();
        Duration both = overlap.get();
        if (known(id).kind() != Channel.Kind.WEBHOOK) {
            throw ChannelRefused.unsigned();
        }
        byte[] secret = fresh();
        String spelled = Signature.spelled(secret);
        Sealed next = sealed(new Place(id, Content.SIGNING_SECRET), secret);
        Optional<Sealed> former = both.isZero() ? Optional.empty() : former(id);
        changed(caller, Moves.WORLD, () -> there(id), at -> {
            Channel now = unchanged(id, state);
            channels.sign(
                    id,
                    next,
                    former.map(before -> new Channels.Former(before, at.time().plus(both))));
            Details details = Details.none()
                    .with(Name.OTHER, id)
                    .with(Name.PARTS, List.of("secret"))
                    .with(Name.OVERLAP, both.toMinutes());
            return new Done<>(channels.edit(with(now, now.name(), now.active(), at.event())), details, List.of());
        });
        return spelled;
    }

    private Optional<Sealed> former(UUID id) {
        Place present = new Place(id, Content.SIGNING_SECRET);
        return channels.sealed(present).map(kept -> {
            try (Plaintext secret = secrets.open(present, kept)) {
                return secrets.seal(new Place(id, Content.FORMER_SIGNING_SECRET), secret);
            }
        });
    }

    /** That it is tried is recorded, and counted, before anything is sent. */
    Channel mayTry(Caller caller, UUID id) {
        admit(caller, id);
        Claim seldom = new Claim.Limit(
                "channel-test/" + id, clock.instant().truncatedTo(ChronoUnit.MINUTES), MINUTE, TESTS_IN_A_MINUTE);
        return changed(caller, Moves.NOTHING, () -> there(id).map(sight -> taking(sight, seldom)), at -> {
            Channel now = known(id);
            if (now.ended().isPresent()) {
                throw ChannelRefused.ended();
            }
            return done(now, "tried");
        });
    }

    /** Whoever is there said that it is gone: an end that nobody here decided, so it is noted as Cofactor's own doing. */
    void switchOff(UUID id) {
        Fact fact = new Fact(
                Caller.HOST, EventClass.CHANNEL_CHANGED, Optional.empty(), Outcome.DONE, Details.none(), List.of());
        gate.note(fact, Moves.WORLD, at -> {
            Channel now = known(id);
            return now.stands()
                    ? done(channels.edit(with(now, now.name(), false, at.event())), "gone", "switched-off")
                    : done(now, "gone");
        });
    }

    private void admit(Caller caller) {
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> Optional.of(Sight.installation(Details.none())));
    }

    /** Whoever may not is told so before it is looked up, so that he learns nothing of what is there. */
    private void admit(Caller caller, UUID id) {
        admit(caller);
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> there(id));
    }

    private byte[] fresh() {
        byte[] secret = new byte[Signature.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    private Map<Place, Sealed> sealed(UUID id, Wanted wanted, Optional<byte[]> secret) {
        Map<Place, Sealed> credentials = new HashMap<>();
        Place address = new Place(id, Content.ADDRESS);
        credentials.put(address, sealed(address, wanted.address().getBytes(UTF_8)));
        Place signs = new Place(id, Content.SIGNING_SECRET);
        secret.ifPresent(bytes -> credentials.put(signs, sealed(signs, bytes.clone())));
        return credentials;
    }

    private Sealed sealed(Place place, byte[] content) {
        try (Plaintext plain = Plaintext.owning(content)) {
            return secrets.seal(place, plain);
        }
    }

    private static Channel with(Channel now, String name, boolean active, UUID event) {
        return new Channel(now.id(), now.kind(), name, active, event, now.since(), now.ended());
    }

    private static String[] parts(Channel now, String name, boolean active) {
        return java.util.stream.Stream.of(
                        now.name().equals(name) ? "" : "name",
                        now.active() == active ? "" : active ? "switched-on" : "switched-off")
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
    }

    private Optional<Sight> there(UUID id) {
        return channels.find(id).map(found -> Sight.installation(Details.none().with(Name.OTHER, id)));
    }

    private static Sight taking(Sight sight, Claim claim) {
        return new Sight(
                Target.installation(), sight.about(), sight.rows(), sight.details(), List.of(claim), sight.opens());
    }

    private Channel known(UUID id) {
        return channels.find(id).orElseThrow(ChannelRefused::notFound);
    }

    private Channel unchanged(UUID id, String state) {
        Channel now = known(id);
        if (!now.event().toString().equals(state)) {
            throw ChannelRefused.changed();
        }
        if (now.ended().isPresent()) {
            throw ChannelRefused.ended();
        }
        return now;
    }

    private Channel changed(
            Caller caller, Moves moves, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<Channel>> work) {
        Ask ask = new Ask(caller, Verb.SETTINGS_EDIT, EventClass.CHANNEL_CHANGED, look);
        return gate.change(ask, moves, work).result().orElseThrow();
    }

    private static Done<Channel> done(Channel channel, String... parts) {
        Details details = Details.none().with(Name.OTHER, channel.id()).with(Name.PARTS, List.of(parts));
        return new Done<>(channel, details, List.of());
    }
}
