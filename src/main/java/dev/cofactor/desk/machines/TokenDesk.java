// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives and takes what services show. All of it is of the world: what is taken back ends with the answer. */
@ApplicationScoped
public class TokenDesk {
    /** Longer than it takes to bring another token to every place where the old one lies. */
    private static final int MOST_OVERLAP = 7 * 24 * 60;

    static final String ISSUED = "token-issued";
    static final String ROTATED = "token-rotated";
    static final String SERVICE = "service";
    static final String TOKEN = "token";
    static final String LABEL = "label";

    private final Gate gate;
    private final SecondPerson second;
    private final Machines machines;
    private final TokenConfig config;
    private final Ids ids;
    private final SecureRandom random;

    TokenDesk(Gate gate, SecondPerson second, Machines machines, TokenConfig config, Ids ids, SecureRandom random) {
        this.gate = gate;
        this.second = second;
        this.machines = machines;
        this.config = config;
        this.ids = ids;
        this.random = random;
    }

    /** How a token is wanted. */
    public record Order(DisplayName label, int days, AddressRanges from) {}

    /** A token in the open, this once. */
    public record Issued(Token token, ShownToken shown) {}

    /** A token to be: made once, however many rounds its change takes. */
    private record Fresh(UUID id, ShownToken shown) {}

    public int mostDays() {
        return config.maxDays();
    }

    public Issued issue(Caller caller, UUID service, Supplier<Order> wanted) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(service));
        Order order = wanted.get();
        if (order.days() < 1 || order.days() > config.maxDays()) {
            throw MachineRefused.invalid("a token has a label, and is good for 1 to " + config.maxDays() + " days");
        }
        Fresh fresh = fresh();
        Proposed change = Proposed.of(
                ISSUED,
                Map.of(
                        SERVICE, service.toString(),
                        LABEL, order.label().value(),
                        "days", Integer.toString(order.days()),
                        "ranges", String.join(" ", order.from().written())));
        return shown(caller, change, fresh, service, () -> there(service), at -> {
            Instant until = at.time().plus(Duration.ofDays(order.days()));
            return given(fresh, service, order.label().value(), order.from(), at.time(), until, Optional.empty());
        });
    }

    /**
     * Gives another one in its place: the same label and ranges, as long a life, and both are good for a while.
     *
     * @param overlap how many minutes the old one goes on, if it does not end before
     */
    public Issued rotate(Caller caller, UUID service, UUID token, Supplier<Integer> overlap) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(service, token));
        int minutes = overlap.get();
        if (minutes < 0 || minutes > MOST_OVERLAP) {
            throw MachineRefused.invalid("both tokens are good for 0 to " + MOST_OVERLAP + " minutes");
        }
        Fresh fresh = fresh();
        Proposed change = Proposed.of(
                ROTATED,
                Map.of(
                        SERVICE, service.toString(),
                        TOKEN, token.toString(),
                        "overlap", Integer.toString(minutes)));
        return shown(caller, change, fresh, service, () -> there(service, token), at -> {
            Token old = machines.token(token).orElseThrow(MachineRefused::notFound);
            if (!old.stands(at.time()) || machines.isReplaced(token)) {
                throw MachineRefused.tokenEnded();
            }
            machines.end(token, earlier(old.until(), at.time().plus(Duration.ofMinutes(minutes))));
            Instant until = at.time().plus(life(old));
            Done<Issued> given = given(fresh, service, old.label(), old.from(), at.time(), until, Optional.of(token));
            Details both = given.details().with(Name.REPLACES, token).with(Name.OVERLAP, minutes);
            return new Done<>(given.result(), both, List.of());
        });
    }

    /** No fetch that begins after this is answered is released to it. */
    public void revoke(Caller caller, UUID service, UUID token) {
        changed(caller, EventClass.TOKEN_REVOKED, () -> there(service, token), at -> {
            machines.end(token, at.time());
            return new Done<>(token, Details.none().with(Name.OTHER, token), List.of());
        });
    }

    private Fresh fresh() {
        return new Fresh(ids.next(), ShownToken.Kind.SERVICE.fresh(random));
    }

    private Done<Issued> given(
            Fresh fresh,
            UUID service,
            String label,
            AddressRanges from,
            Instant since,
            Instant until,
            Optional<UUID> replaces) {
        Token token = new Token(fresh.id, service, label, from, since, until, Optional.empty(), replaces);
        machines.issue(token, fresh.shown.hash());
        Details details = Details.none().with(Name.OTHER, token.id()).with(Name.UNTIL, until.toEpochMilli());
        Details said = from.ranges().isEmpty() ? details : details.with(Name.PARTS, List.of("ranges"));
        return new Done<>(new Issued(token, fresh.shown), said, List.of());
    }

    /** As long as it was given, and no longer than is given now. */
    private Duration life(Token old) {
        Duration given = Duration.between(old.since(), old.until());
        Duration most = Duration.ofDays(config.maxDays());
        return given.compareTo(most) > 0 ? most : given;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Of one that is not there it is recorded that somebody asked. */
    Optional<Sight> there(UUID service) {
        Subject about = new Subject(Subject.Kind.SERVICE, service);
        return machines.find(service).map(found -> Sight.of(Target.installation(), about, Map.of()));
    }

    Optional<Sight> there(UUID service, UUID token) {
        return machines.token(token)
                .filter(found -> found.service().equals(service))
                .flatMap(found -> there(service));
    }

    /** Whoever is shown it can do what the service can. */
    private Issued shown(
            Caller caller,
            Proposed change,
            Fresh fresh,
            UUID service,
            Supplier<Optional<Sight>> look,
            Function<Done.Moment, Done<Issued>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, EventClass.TOKEN_ISSUED, look);
        return second.change(ask, Moves.WORLD, change, Watch.showing(fresh.id, service), work)
                .result()
                .orElseThrow();
    }

    private <T> T changed(
            Caller caller, EventClass kind, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, kind, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }
}
