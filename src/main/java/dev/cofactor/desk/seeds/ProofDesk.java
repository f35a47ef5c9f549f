// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.SeedsUnderProof;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Proves seeds. What is opened here serves nobody yet; and still nothing is opened before it is on the log for whom, and
 * every step or counter that was seen is used up.
 */
@ApplicationScoped
public class ProofDesk {
    private static final long TRIES = 5;
    private static final Duration TRIES_IN = Duration.ofMinutes(1);
    private static final int COUNTERS = 10;
    private static final int ROUNDS = 3;

    private final Gate gate;
    private final Slots slots;
    private final SeedRows seeds;
    private final SeedDesk desk;
    private final Vault vault;
    private final SeedsUnderProof underProof;
    private final Clock clock;

    ProofDesk(
            Gate gate,
            Slots slots,
            SeedRows seeds,
            SeedDesk desk,
            Vault vault,
            SeedsUnderProof underProof,
            Clock clock) {
        this.gate = gate;
        this.slots = slots;
        this.seeds = seeds;
        this.desk = desk;
        this.vault = vault;
        this.underProof = underProof;
        this.clock = clock;
    }

    /**
     * A confirmation code.
     *
     * @param moment its step, or its counter
     * @param step absent for a counter
     */
    public record Shown(String code, long moment, Optional<Step> step) {}

    /** A seed whose proof is asked for, by somebody who may. */
    private record Open(Caller caller, Verb verb, SeedRow row, Vault.Kept kept) {
        UUID secret() {
            return row.secret;
        }

        Parameters parameters() {
            return row.parameters();
        }

        Details details(String method) {
            return Details.none()
                    .with(Name.FIELD, row.field)
                    .with(Name.VALUE, row.value)
                    .with(Name.METHOD, method);
        }
    }

    /**
     * Shows the code of the current step, or of the next counter; it is nobody else's from then on. Where the step ends
     * while it is recorded, the next one is taken instead, once.
     *
     * @param after the step that was shown before, where a site wants two in a row
     */
    public Shown show(Caller caller, String asked, OptionalLong after) {
        return shown(caller, asked, after).or(() -> shown(caller, asked, after)).orElseThrow(SeedRefused::tooLate);
    }

    private Optional<Shown> shown(Caller caller, String asked, OptionalLong after) {
        Open open = open(caller, asked);
        boolean timed = open.parameters().kind().isTimed();
        UUID session = caller.session().or(caller::token).orElse(caller.actor().id());
        Claim claim = timed ? open.row().claim(0, session, caller.actor().id()) : new Claim.Counter(open.row().value);
        Ask ask = ask(open, EventClass.CODE_RELEASED, "confirmation", claim);
        Instant began = clock.instant();
        Gate.Changed<UUID> changed = gate.change(ask, Moves.NOTHING, at -> {
            SeedRow now = stillOpen(open);
            if (timed && after.isPresent()) {
                mustFollow(open.parameters(), after.getAsLong(), at.time());
            }
            now.shown++;
            seeds.persistAndFlush(now);
            return Done.of(now.value);
        });
        Duration took = Duration.between(began, clock.instant());
        return code(open, changed.won().getFirst(), changed.recorded().time().plus(took));
    }

    /** By the clock under the lock. What throws here gives the step back. */
    private static void mustFollow(Parameters parameters, long before, Instant now) {
        long current = Step.at(now, parameters).number();
        if (current == before) {
            throw SeedRefused.notBegun(
                    Duration.between(now, Step.of(before + 1, parameters).begin()));
        }
        if (current != before + 1) {
            throw SeedRefused.notConsecutive();
        }
    }

    /** @return nothing where the step is over */
    private Optional<Shown> code(Open open, Won won, Instant now) {
        Parameters parameters = open.parameters();
        try (Plaintext seed = underProof.open(open.kept().where(), open.kept().sealed())) {
            return switch (won) {
                case Won.Step taken -> {
                    Step step = Step.of(taken.step(), parameters);
                    yield now.isBefore(step.end())
                            ? Optional.of(new Shown(
                                    Otp.code(seed, parameters, taken.step()).text(), taken.step(), Optional.of(step)))
                            : Optional.empty();
                }
                case Won.Counter taken ->
                    Optional.of(new Shown(
                            Otp.code(seed, parameters, taken.counter()).text(), taken.counter(), Optional.empty()));
                case Won.BackupCode code -> throw new IllegalStateException("a seed is no pool");
                case Won.Replay replay -> throw new IllegalStateException("no key was given");
            };
        }
    }

    /** Whoever was shown a code says that the site took it. */
    public boolean confirm(Caller caller, String asked) {
        Open open = open(caller, asked);
        if (open.row().shown == 0) {
            throw SeedRefused.nothingShown();
        }
        return activate(ask(open, EventClass.SEED_PROVED, "shown"), open, at -> {});
    }

    /**
     * The site's app shows a code, and here it is. Each try is counted and on the log before the seed is opened to look;
     * what it matched can never be used again, and one that was shown here proves nothing.
     */
    public boolean check(Caller caller, String asked, String code) {
        Open open = open(caller, asked);
        Gate.Released tried = gate.release(ask(open, EventClass.SEED_TRIED, "code", tries(open.row())));
        try {
            return open.parameters().kind().isTimed()
                    ? checkStep(open, code, tried.recorded().time())
                    : checkCounter(open, code);
        } catch (Refused e) {
            throw e.code().equals("busy") ? SeedRefused.codeNotAccepted() : e;
        }
    }

    private Claim tries(SeedRow row) {
        Instant now = clock.instant();
        long into = now.toEpochMilli() % TRIES_IN.toMillis();
        return new Claim.Limit("seed-proof/" + row.value, now.minusMillis(into), TRIES_IN, TRIES);
    }

    /** By the clock under the lock: the step that is taken there must be the one that matched. */
    private boolean checkStep(Open open, String code, Instant tried) {
        Instant now = tried;
        for (int round = 0; round < ROUNDS; round++) {
            long matched = match(open, code, now);
            int ahead = (int) (matched - Step.at(now, open.parameters()).number());
            Claim.Step claim = open.row().claim(ahead, open.row().value, open.row().value);
            try {
                return activate(ask(open, EventClass.SEED_PROVED, "code", claim), open, at -> {
                    if (claim.stepAt(at.time()) != matched) {
                        throw new StepMoved(at.time());
                    }
                });
            } catch (StepMoved e) {
                now = e.now;
            }
        }
        throw SeedRefused.codeNotAccepted();
    }

    private long match(Open open, String code, Instant now) {
        try (Plaintext seed = underProof.open(open.kept().where(), open.kept().sealed())) {
            return Otp.verify(seed, open.parameters(), code, now, 1, 1).orElseThrow(SeedRefused::codeNotAccepted);
        }
    }

    private boolean checkCounter(Open open, String code) {
        long next = seeds.counter(open.row().value);
        long matched;
        try (Plaintext seed = underProof.open(open.kept().where(), open.kept().sealed())) {
            matched = Otp.verify(seed, open.parameters(), code, next, next + COUNTERS - 1)
                    .orElseThrow(SeedRefused::codeNotAccepted);
        }
        return activate(ask(open, EventClass.SEED_PROVED, "code"), open, at -> {
            if (!seeds.use(open.row().value, matched)) {
                throw SeedRefused.codeNotAccepted();
            }
        });
    }

    /** @return whether the secret serves now; it does not while something else that it needs is missing */
    private boolean activate(Ask ask, Open open, java.util.function.Consumer<Done.Moment> first) {
        var promoted = underProof.promote(
                open.kept().where(), open.kept().sealed(), open.row().serving());
        return slots.change(ask, open.secret(), at -> {
                    SeedRow row = stillOpen(open);
                    first.accept(at);
                    Optional<SeedRow> former = seeds.serving(row.secret);
                    former.ifPresent(old -> desk.destroyServing(old, at));
                    vault.destroy(row.entry, at.time());
                    UUID by = open.caller().actor().id();
                    vault.add(row.serving(), promoted, by, at.event(), at.time());
                    row.prove(by, at.time());
                    seeds.save(row);
                    Details details = Details.none().with(Name.OTHER, former.map(old -> old.value.toString()));
                    return new Done<>(slots.whenComplete(row.secret), details, List.of());
                })
                .result()
                .orElseThrow();
    }

    private Open open(Caller caller, String asked) {
        Verb verb = slots.find(asked).map(found -> desk.verb(found.secret())).orElse(Verb.SECRET_EDIT);
        Placed secret = slots.require(caller, asked, verb);
        SeedRow row = seeds.underProof(secret.secret()).orElseThrow(() -> SeedRefused.nothingHere("seed under proof"));
        if (!seeds.holds(row)) {
            throw SeedRefused.altered();
        }
        Vault.Kept kept = vault.find(row.entry)
                .filter(found -> found.where().equals(row.underProof()))
                .orElseThrow(() -> SeedRefused.nothingHere("seed under proof"));
        return new Open(caller, verb, row, kept);
    }

    /** Under the head's lock: somebody may have proved it, or entered another. */
    private SeedRow stillOpen(Open open) {
        return seeds.underProof(open.secret())
                .filter(row -> row.value.equals(open.row().value))
                .orElseThrow(() -> SeedRefused.nothingHere("seed under proof"));
    }

    private Ask ask(Open open, EventClass kind, String method, Claim... claims) {
        return new Ask(
                open.caller(),
                open.verb(),
                kind,
                () -> slots.look(open.caller(), open.secret())
                        .map(sight -> new Sight(
                                sight.target(),
                                sight.about(),
                                sight.rows(),
                                open.details(method),
                                List.of(claims),
                                Optional.empty())));
    }

    /** By the lock's clock it is another step: look again. */
    private static final class StepMoved extends RuntimeException {
        private final transient Instant now;

        StepMoved(Instant now) {
            super(null, null, false, false);
            this.now = now;
        }
    }
}
