// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.condition;

import dev.cofactor.desk.couriers.Trials;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.clock.Timekeeper;
import dev.cofactor.ledger.records.LogExport;
import dev.cofactor.ledger.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Says how the installation is. What does not answer is said to, and keeps the rest from nobody. */
@ApplicationScoped
public class ConditionDesk {
    private static final Logger LOG = Logger.getLogger(ConditionDesk.class);

    private final Gate gate;
    private final Timekeeper keeper;
    private final DatabaseState database;
    private final Records records;
    private final LogExport export;
    private final Trials ways;
    private final Clock clock;

    ConditionDesk(
            Gate gate,
            Timekeeper keeper,
            DatabaseState database,
            Records records,
            LogExport export,
            Trials ways,
            Clock clock) {
        this.gate = gate;
        this.keeper = keeper;
        this.database = database;
        this.records = records;
        this.export = export;
        this.ways = ways;
        this.clock = clock;
    }

    public Condition read(Caller caller) {
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return new Condition(
                clock.instant(),
                new Condition.Clocks(keeper.drift().map(drift -> drift.ahead()), !keeper.isOffBy(Timekeeper.TOLERATED)),
                database.read(),
                asked(this::log),
                asked(() -> ways.standing(caller)));
    }

    private Condition.Log log() {
        Records.Head head = records.head();
        long signed = export.plan()
                .filter(plan -> plan.epoch() == head.epoch())
                .map(LogExport.Plan::size)
                .orElse(0L);
        return new Condition.Log(head.epoch(), head.size(), signed, head.stopped());
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Problem e) {
            LOG.warnf("a part of the condition cannot be told: %s", e.code());
            return Optional.empty();
        }
    }
}
