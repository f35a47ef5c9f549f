// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.insight.Turns;
import dev.cofactor.desk.insight.Wanted;
import dev.cofactor.engine.foresight.Expectation;
import dev.cofactor.engine.policy.Edition;
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
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.KeptExpectations;
import dev.cofactor.ledger.rulebook.KeptExpectations.Kept;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Writes down what the rules must keep saying, and tries whether they do. For whoever may edit policies. */
@ApplicationScoped
public class ExpectationDesk {
    private final Gate gate;
    private final KeptExpectations kept;
    private final Trials trials;
    private final Ids ids;

    ExpectationDesk(Gate gate, KeptExpectations kept, Trials trials, Ids ids) {
        this.gate = gate;
        this.kept = kept;
        this.trials = trials;
        this.ids = ids;
    }

    List<Kept> list(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
        return kept.all();
    }

    Kept read(Caller caller, UUID id) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> there(id));
        return kept.find(id).orElseThrow(ExpectationDesk::notFound);
    }

    /** @param written read of nobody who may not write it */
    Kept add(Caller caller, Supplier<Expectation> written) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
        UUID id = ids.next();
        return saved(caller, id, "added", written.get(), (then, at) -> kept.add(then));
    }

    /** @param seen the event that made it what the author has seen */
    Kept replace(Caller caller, UUID id, Supplier<UUID> seen, Supplier<Expectation> written) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> there(id));
        UUID last = seen.get();
        return saved(caller, id, "changed", written.get(), (then, at) -> kept.replace(then, last));
    }

    public void remove(Caller caller, UUID id, Supplier<UUID> seen) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> there(id));
        UUID last = seen.get();
        Ask ask = new Ask(caller, Verb.POLICY_EDIT, EventClass.POLICY_TESTS_CHANGED, () -> Optional.of(rules()));
        gate.change(ask, Moves.WORLD, at -> {
            kept.remove(id, last);
            return new Done<>(id, said(id, "removed"), List.of());
        });
    }

    /** @param wanted other rules than those in force; nothing is saved */
    List<Trials.Result> run(Caller caller, Supplier<Optional<Wanted>> wanted) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
        return Turns.taken(() -> {
            Edition now = gate.edition();
            Edition asked = wanted.get()
                    .map(one -> Edition.of(now.number() + 1, one.onto(now.policies())))
                    .orElse(now);
            return trials.results(asked, kept.all());
        });
    }

    /**
     * An expectation as its authors see it.
     *
     * @param version the event that made it so, which an edit must name
     * @param broken why the rules in force do not keep it, and a question that shows it; empty where they do, and where there was
     *     no time to look
     * @param looked whether there was
     */
    public record Told(
            UUID id,
            UUID version,
            Instant at,
            Expectation expectation,
            String document,
            Optional<Map<String, Object>> broken,
            boolean looked) {}

    /** All of them, each held against the rules in force. Where too many ask at a time nothing is held against them. */
    public List<Told> told(Caller caller) {
        try {
            return run(caller, Optional::empty).stream()
                    .map(one -> told(one.kept(), one.expectation(), one.broken().map(ExpectationBroken::shown), true))
                    .toList();
        } catch (Turns e) {
            return list(caller).stream()
                    .map(kept -> told(kept, Trials.of(kept), Optional.empty(), false))
                    .toList();
        }
    }

    /** Returns for whoever may write one: a form is shown to nobody else. */
    public void begin(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
    }

    /** One of them, to be changed. */
    public Told told(Caller caller, UUID id) {
        Kept kept = read(caller, id);
        return told(kept, Trials.of(kept), Optional.empty(), false);
    }

    private static Told told(Kept kept, Expectation expectation, Optional<Map<String, Object>> broken, boolean looked) {
        return new Told(kept.id(), kept.event(), kept.at(), expectation, kept.document(), broken, looked);
    }

    /** The same as {@link #add}, of a document. @return its id */
    public UUID write(Caller caller, Supplier<byte[]> document) {
        return add(caller, () -> Trials.written(document.get())).id();
    }

    /** The same as {@link #replace}, of a document. */
    public void rewrite(Caller caller, UUID id, Supplier<UUID> seen, Supplier<byte[]> document) {
        replace(caller, id, seen, () -> Trials.written(document.get()));
    }

    /** The world moves, so no save that was looked at before is recorded after. */
    private Kept saved(
            Caller caller, UUID id, String part, Expectation expectation, BiConsumer<Kept, Done.Moment> write) {
        String document = expectation.canonical();
        Ask ask = new Ask(
                caller, Verb.POLICY_EDIT, EventClass.POLICY_TESTS_CHANGED, () -> Optional.of(rules()), sight -> {
                    trials.broken(gate.edition(), expectation).ifPresent(broken -> {
                        throw ExpectationBroken.already(broken);
                    });
                    return sight;
                });
        return gate.change(ask, Moves.WORLD, at -> {
                    Kept then = new Kept(id, document, caller.actor().id(), at.event(), at.time());
                    write.accept(then, at);
                    Details said = said(id, part).with(Name.HASH, Edition.hashOf(document.getBytes(UTF_8)));
                    return new Done<>(then, said, List.of());
                })
                .result()
                .orElseThrow();
    }

    private static Details said(UUID id, String part) {
        return Details.none().with(Name.OTHER, id).with(Name.PARTS, List.of(part));
    }

    private Optional<Sight> there(UUID id) {
        return kept.find(id).map(found -> rules());
    }

    static Sight rules() {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.POLICY, Rulebook.ID), Map.of());
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
