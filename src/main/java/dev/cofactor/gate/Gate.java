// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.Holdings;
import dev.cofactor.gate.world.World;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.audit.Changes;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.audit.Settlement;
import dev.cofactor.ledger.clock.Timekeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door. Every way to something precious leads through one of its verbs, and each leaves a record before it opens. */
@ApplicationScoped
public class Gate {
    private static final int ROUNDS = 3;
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final World world;
    private final Holdings holdings;
    private final Intents intents;
    private final Recorder recorder;
    private final Changes changes;
    private final Floods floods;
    private final Timekeeper keeper;

    Gate(
            World world,
            Holdings holdings,
            Intents intents,
            Recorder recorder,
            Changes changes,
            Floods floods,
            Timekeeper keeper) {
        this.world = world;
        this.holdings = holdings;
        this.intents = intents;
        this.recorder = recorder;
        this.changes = changes;
        this.floods = floods;
        this.keeper = keeper;
    }

    /** It is durably on the log: with this, and nothing else, the one value may be opened. */
    public record Released(Recorded recorded, List<Won> won) {}

    /**
     * Done and recorded.
     *
     * @param result absent where the request was a repetition: the work was done the first time
     */
    public record Changed<T>(Recorded recorded, List<Won> won, Optional<T> result) {}

    /**
     * Decides, records, and only then comes back with what opens the value.
     *
     * @throws Refused otherwise; that it was refused is then on the log already
     */
    public Released release(Ask ask) {
        Settlement.OnRecord onRecord = settled(ask, intent -> inTime(ask, intent, recorder.record(intent)));
        return new Released(onRecord.recorded(), onRecord.won());
    }

    /** Decides, then does the work and records it in one transaction; what others decide on has then changed. */
    public <T> Changed<T> change(Ask ask, Moves moves, Function<Done.Moment, Done<T>> work) {
        Work<T> kept = new Work<>(work);
        Settlement.OnRecord onRecord = settled(ask, intent -> applied(intent, moves, kept));
        return new Changed<>(onRecord.recorded(), onRecord.won(), kept.result());
    }

    /**
     * Turns away whoever may not, before more of what he sent is read; that he was is on the log by then. Admitting somebody
     * leaves no record: what he then does is decided when he does it.
     *
     * @param look finds what it would be done to, as in an {@link Ask}
     */
    public void admit(Caller caller, Verb verb, Supplier<Optional<Sight>> look) {
        Ask ask = new Ask(caller, verb, EventClass.REQUEST_REFUSED, look);
        for (int round = 0; round < ROUNDS; round++) {
            Ruling ruling = Ruling.of(ask, view(caller));
            if (ruling.allows()) {
                return;
            }
            orDecideAgain(refused(ruling));
        }
        throw Refused.overloaded(COME_BACK);
    }

    /** Records a fact, before anybody is answered because of it. Of a flood of strangers, how many they were. */
    public void note(Fact fact) {
        if (!floods.swallows(fact)) {
            recorder.mustRecord(intents.fact(fact));
        }
    }

    /**
     * Records a fact together with the rows it consists of. Nobody's permission is asked: it is one's own, or the host's. So
     * an agent, who acts for somebody else, does nothing of the kind but what the fact says it may.
     */
    public <T> T note(Fact fact, Moves moves, Function<Done.Moment, Done<T>> work) {
        if (fact.caller().actor() instanceof Actor.Agent && !fact.agentsToo()) {
            Refused refused = Refused.denied();
            recorder.mustRecord(intents.fact(Fact.refused(fact.caller(), EventClass.REQUEST_REFUSED)
                    .saying(Details.none().with(Name.CODE, refused.code()))));
            throw refused;
        }
        Work<T> kept = new Work<>(work);
        for (int round = 0; round < ROUNDS; round++) {
            Settlement settlement = applied(intents.fact(fact), moves, kept);
            if (settlement instanceof Settlement.OnRecord) {
                return kept.result().orElseThrow();
            }
            orDecideAgain(settlement);
        }
        throw Refused.overloaded(COME_BACK);
    }

    /** The rules in force at this moment, as last committed. They are for those who may see them; that is the desk's to ask. */
    public Edition edition() {
        return world.now().edition();
    }

    /** What somebody may see and use at this moment. Asking leaves no record, and nothing sealed leaves by it. */
    public View view(Caller caller) {
        return view(caller, Given.NOTHING);
    }

    /** The same for whoever looks at many things: all that is on record of him is read at once, and not for each again. */
    public View viewOfMany(Caller caller) {
        return new View(caller, Given.NOTHING, world.now(), holdings.readFor(caller), keeper.reading(), Set.of());
    }

    /** The same with what he says for it. */
    public View view(Caller caller, Given given) {
        return new View(caller, given, world.now(), holdings, keeper.reading(), Set.of());
    }

    private Settlement.OnRecord settled(Ask ask, Function<Intent, Settlement> record) {
        Facts facts = world.lately();
        Set<UUID> usedUp = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            View view = new View(ask.caller(), ask.given(), facts, holdings, keeper.reading(), usedUp);
            Ruling ruling = Ruling.of(ask, view);
            Settlement settlement = ruling.allows() ? throughOneWay(ruling, record, usedUp) : refused(ruling);
            if (settlement instanceof Settlement.OnRecord onRecord) {
                return onRecord;
            }
            if (!isUsedUp(settlement)) {
                if (settlement instanceof Settlement.Lost lost && isRefusal(lost.loss())) {
                    recorder.mustRecord(intents.said(ruling, recorder.told(lost.loss())));
                }
                orDecideAgain(settlement);
            }
            facts = world.now();
        }
        throw Refused.overloaded(COME_BACK);
    }

    /**
     * What a limit shuts on one way may be open on another: one more allow never takes away.
     *
     * @param usedUp grants of which somebody else had the last use, or which were just taken back, are added
     */
    private Settlement throughOneWay(Ruling ruling, Function<Intent, Settlement> record, Set<UUID> usedUp) {
        @Nullable Settlement last = null;
        for (Way way : ruling.ways()) {
            Optional<Intent> intent = intents.allowed(ruling, way);
            if (intent.isEmpty()) {
                continue;
            }
            if (isClockOffFor(intent.get())) {
                return refused(ruling, Refused.clockOff());
            }
            last = record.apply(intent.get());
            if (isUsedUp(last)) {
                way.grant().ifPresent(usedUp::add);
            } else if (!(last instanceof Settlement.Lost lost && lost.loss() instanceof Loss.Full)) {
                return last;
            }
        }
        return last == null ? refused(ruling, Refused.denied()) : last;
    }

    /** With the record came the database's time, newer than what was known when it was decided. */
    private Settlement inTime(Ask ask, Intent intent, Settlement settlement) {
        if (settlement instanceof Settlement.OnRecord && isClockOffFor(intent)) {
            Refused refused = Refused.clockOff();
            recorder.mustRecord(intents.fact(Fact.refused(ask.caller(), EventClass.REQUEST_REFUSED)
                    .about(intent.event().about())
                    .saying(Details.none()
                            .with(Name.CODE, refused.code())
                            .with(Name.OTHER, intent.event().id()))));
            throw refused;
        }
        return settlement;
    }

    /** A code is of a step, and which step it is nobody knows once the clocks differ by a third of one. */
    private boolean isClockOffFor(Intent intent) {
        return intent.claims().stream()
                .filter(Claim.Step.class::isInstance)
                .map(claim -> ((Claim.Step) claim).period().dividedBy(3))
                .anyMatch(keeper::isOffBy);
    }

    private static boolean isUsedUp(Settlement settlement) {
        return settlement instanceof Settlement.Lost lost
                && lost.loss().equals(new Loss.Ended(Loss.Reason.GRANT_ENDED));
    }

    /** @return why it could not be recorded; a refusal that stands is thrown once it is on the log */
    private Settlement refused(Ruling ruling) {
        return refused(ruling, ruling.refusal());
    }

    private Settlement refused(Ruling ruling, Refused refused) {
        Settlement settlement = recorder.record(intents.refused(ruling, refused));
        if (settlement instanceof Settlement.OnRecord) {
            throw refused;
        }
        return settlement;
    }

    private <T> Settlement applied(Intent conditions, Moves moves, Work<T> work) {
        return changes.apply(conditions, moves, at -> work.done(conditions, at));
    }

    /** That somebody else has it for a moment, or that a key came twice, refuses nobody anything. */
    private static boolean isRefusal(Loss loss) {
        return switch (loss) {
            case Loss.Busy busy -> false;
            case Loss.Full full -> true;
            case Loss.Moved moved -> false;
            case Loss.Ended ended -> ended.reason() != Loss.Reason.KEY_USED_OTHERWISE;
        };
    }

    private void orDecideAgain(Settlement settlement) {
        if (!(settlement instanceof Settlement.DecideAgain)) {
            throw recorder.told(settlement);
        }
    }
}
