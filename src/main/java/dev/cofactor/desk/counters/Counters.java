// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.secrets.Soundness;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Otp;
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
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Moves counters forward, for whoever may edit the secret. Each try is counted and on the log before anything is looked at. */
@ApplicationScoped
public class Counters {
    /** How far ahead the other side may be. */
    static final int MOST_AHEAD = 1_000;

    private static final long TRIES = 5;
    private static final Duration TRIES_IN = Duration.ofMinutes(1);

    private final Gate gate;
    private final Entrance entrance;
    private final Catalogue catalogue;
    private final Soundness soundness;
    private final Seeds seeds;
    private final Values values;
    private final CounterRows rows;
    private final Clock clock;

    Counters(
            Gate gate,
            Entrance entrance,
            Catalogue catalogue,
            Soundness soundness,
            Seeds seeds,
            Values values,
            CounterRows rows,
            Clock clock) {
        this.gate = gate;
        this.entrance = entrance;
        this.catalogue = catalogue;
        this.soundness = soundness;
        this.seeds = seeds;
        this.values = values;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Where it stands now.
     *
     * @param counter that goes out next
     * @param skipped how many it left out, which nobody gets any more
     */
    public record Moved(long counter, long skipped) {}

    /** A seed that counts and serves, for somebody who may edit its secret. */
    private record Open(Caller caller, Placed secret, Seeds.Serving serving) {
        UUID seed() {
            return serving.where().value();
        }

        Details details(String method) {
            return Details.none()
                    .with(Name.FIELD, serving.where().field())
                    .with(Name.VALUE, seed())
                    .with(Name.METHOD, method);
        }
    }

    /** Before what he sent is read. */
    public void admit(Caller caller, String asked) {
        entrance.admit(caller, Verb.SECRET_EDIT, asked);
    }

    /** By two codes in a row, as the other generator shows them. */
    public Moved follow(Caller caller, String asked, String one, String next) {
        Open open = open(caller, asked);
        Gate.Released tried = gate.release(ask(open, EventClass.COUNTER_TRIED, "codes"));
        long counter = matched(open, tried.recorded(), one, next);
        // They were compared already: that was the try.
        return move(open, Math.addExact(counter, 2), ask(open, EventClass.COUNTER_MOVED, "codes", List.of()));
    }

    private long matched(Open open, Recorded recorded, String one, String next) {
        long first = rows.next(open.seed());
        try (Plaintext seed = values.open(open.serving().where(), open.serving().sealed(), recorded)) {
            OptionalLong found =
                    Otp.consecutive(seed, open.serving().parameters(), one, next, first, first + MOST_AHEAD - 1);
            return found.orElseThrow(CounterRefused::notAccepted);
        }
    }

    /** To the counter that the site says it expects. */
    public Moved moveTo(Caller caller, String asked, long counter) {
        Open open = open(caller, asked);
        return move(open, counter, ask(open, EventClass.COUNTER_MOVED, "counter", List.of(tries(open.seed()))));
    }

    /** Under the head's lock, under which numbers go out too: what was given meanwhile stays given. */
    private Moved move(Open open, long counter, Ask ask) {
        return gate.change(ask, Moves.NOTHING, at -> {
                    if (!seeds.isServing(open.secret().secret(), open.seed())) {
                        throw CounterRefused.changedMeanwhile();
                    }
                    long before = rows.next(open.seed());
                    if (counter > before + MOST_AHEAD + 1) {
                        throw CounterRefused.tooFar();
                    }
                    if (counter < before || !rows.forward(open.seed(), counter)) {
                        throw CounterRefused.behind();
                    }
                    Details details = Details.none().with(Name.COUNTER, counter).with(Name.COUNT, counter - before);
                    return new Done<>(new Moved(counter, counter - before), details, List.of());
                })
                .result()
                .orElseThrow();
    }

    private Open open(Caller caller, String asked) {
        Placed found = entrance.admit(caller, Verb.SECRET_EDIT, asked);
        Placed secret = soundness.sound(caller, found, Verb.SECRET_EDIT);
        Seeds.Serving serving = seeds.serving(secret.secret())
                .filter(one -> one.parameters().kind() == Kind.HOTP)
                .orElseThrow(CounterRefused::noCounter);
        return new Open(caller, secret, serving);
    }

    /** For a try, which opens the seed. */
    private Ask ask(Open open, EventClass kind, String method) {
        return new Ask(
                open.caller(),
                Verb.SECRET_EDIT,
                kind,
                () -> look(open)
                        .map(sight -> sight.opening(
                                        open.seed(),
                                        open.serving().where().content().word(),
                                        List.of(tries(open.seed())))
                                .saying(open.details(method))));
    }

    private Ask ask(Open open, EventClass kind, String method, List<Claim> claims) {
        return new Ask(
                open.caller(),
                Verb.SECRET_EDIT,
                kind,
                () -> look(open).map(sight -> sight.taking(claims).saying(open.details(method))));
    }

    private Optional<Sight> look(Open open) {
        return catalogue.find(open.secret().secret()).map(found -> Sight.of(found, open.caller()));
    }

    private Claim tries(UUID seed) {
        Instant now = clock.instant();
        long into = now.toEpochMilli() % TRIES_IN.toMillis();
        return new Claim.Limit("counter-tries/" + seed, now.minusMillis(into), TRIES_IN, TRIES);
    }
}
