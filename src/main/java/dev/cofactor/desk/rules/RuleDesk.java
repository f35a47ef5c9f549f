// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.world.EditionOnRecord;
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
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.Saving;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shows the edition in force and makes the next one, by one policy at a time. Whoever makes it says which edition he has
 * seen, and it is made of that one or not at all. What is handed in to be asked for is read only of somebody who is
 * admitted.
 */
@ApplicationScoped
public class RuleDesk {
    /** A list that is chosen from by eye; policies about others name their ids. */
    private static final int MOST_SECRETS = 500;

    private final Gate gate;
    private final Rulebook rulebook;
    private final NameBook book;
    private final Editors editors;
    private final Ids ids;

    RuleDesk(Gate gate, Rulebook rulebook, NameBook book, Editors editors, Ids ids) {
        this.gate = gate;
        this.rulebook = rulebook;
        this.book = book;
        this.editors = editors;
        this.ids = ids;
    }

    /**
     * The rules in force.
     *
     * @param saving when they were saved and by whom
     * @param sentences what each says, by its id
     */
    public record InForce(Edition edition, Saving saving, Map<UUID, String> sentences) {}

    /** One policy of an edition, and what it says. */
    public record Stated(Edition edition, Policy policy, String sentence) {}

    /**
     * What there is to choose from.
     *
     * @param policy the one that is to be changed, as it is now
     */
    public record Choices(Edition edition, Optional<Stated> policy, Names names) {}

    public InForce inForce(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
        Edition edition = gate.edition();
        Saving saving = QuarkusTransaction.joiningExisting()
                .call(() -> rulebook.saving(edition.number()).orElseThrow());
        return new InForce(edition, saving, sentences(edition.policies().policies()));
    }

    public Stated read(Caller caller, UUID policy) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> there(policy));
        Edition edition = gate.edition();
        return stated(edition, Step.find(edition, policy).orElseThrow(RuleDesk::notFound));
    }

    /**
     * All that a policy can be about, for somebody who writes one or changes this one.
     *
     * @param policy absent for a new one; what it is about is named in any case, if it is there
     */
    public Choices choices(Caller caller, Optional<UUID> policy) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> policy.isEmpty() ? Optional.of(rules()) : there(policy.get()));
        Edition edition = gate.edition();
        Optional<Stated> now = policy.flatMap(id -> Step.find(edition, id)).map(found -> stated(edition, found));
        Names own = book.names(now.map(Stated::policy).stream().toList());
        return new Choices(edition, now, book.all(MOST_SECRETS).and(own));
    }

    /**
     * A policy as somebody writes it; ids also as other answers of ours write them.
     *
     * @param id which one it is, whether the document says so or not
     */
    public static Policy written(byte[] document, UUID id) {
        return RuleJson.read(document, id);
    }

    /** What somebody who may do this does: "fetch codes". */
    public static String words(Verb verb) {
        return Doing.all(Set.of(verb));
    }

    /** The same of several: "edit templates and policies". */
    public static String words(Set<Verb> verbs) {
        return Doing.all(verbs);
    }

    /** @param wanted the policy, under the id it is to have */
    public Stated add(Caller caller, LongSupplier seen, Function<UUID, Policy> wanted) {
        UUID id = ids.next();
        return saved(caller, id, () -> Optional.of(rules()), seen, () -> wanted.apply(id));
    }

    public Stated replace(Caller caller, UUID policy, LongSupplier seen, Supplier<Policy> wanted) {
        return saved(caller, policy, () -> there(policy), seen, wanted);
    }

    /** What it allowed is allowed no more from this answer on, unless another policy allows it too. */
    public Edition withdraw(Caller caller, UUID policy, LongSupplier seen) {
        return edition(caller, policy, () -> there(policy), seen, Optional::empty);
    }

    private Stated saved(
            Caller caller, UUID id, Supplier<Optional<Sight>> look, LongSupplier seen, Supplier<Policy> wanted) {
        Edition edition = edition(caller, id, look, seen, () -> Optional.of(wanted.get()));
        return stated(edition, Step.find(edition, id).orElseThrow());
    }

    private Edition edition(
            Caller caller,
            UUID id,
            Supplier<Optional<Sight>> look,
            LongSupplier seen,
            Supplier<Optional<Policy>> wanted) {
        gate.admit(caller, Verb.POLICY_EDIT, look);
        long from = seen.getAsLong();
        Optional<Policy> then = wanted.get();
        Edition now = gate.edition();
        if (now.number() != from) {
            throw new Problem(
                    Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the rulebook has been changed meanwhile");
        }
        Step step = new Step(now, id, then);
        return step.changesNothing() ? now : taken(caller, step, look);
    }

    /**
     * What it rests on is looked up before the lock, in each round anew: people, groups and folders are of the world, so
     * if any of them has moved by the time it is recorded, it goes round again.
     */
    private Edition taken(Caller caller, Step step, Supplier<Optional<Sight>> look) {
        PolicySet rules = step.rules();
        Ask ask = new Ask(caller, Verb.POLICY_EDIT, EventClass.EDITION_SAVED, look, sight -> {
            requireSound(step, rules);
            return sight;
        });
        return gate.change(ask, Moves.WORLD, at -> {
                    Saving saving =
                            new Saving(step.from().number(), caller.actor().id(), at.event(), at.time());
                    Edition next = rulebook.insert(rules, saving);
                    Details details = EditionOnRecord.details(next)
                            .with(Name.OTHER, step.policy())
                            .with(Name.PARTS, step.parts());
                    return new Done<>(next, details, List.of());
                })
                .result()
                .orElseThrow();
    }

    private void requireSound(Step step, PolicySet rules) {
        step.then().ifPresent(policy -> Standing.require(policy, book.names(List.of(policy))));
        if (!editors.remain(rules)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "nobody-left",
                    "after this nobody who is active could edit policies any more");
        }
    }

    private Stated stated(Edition edition, Policy policy) {
        return new Stated(edition, policy, Sentences.of(policy, book.names(List.of(policy))));
    }

    private Map<UUID, String> sentences(Collection<Policy> policies) {
        Names names = book.names(policies);
        return policies.stream().collect(Collectors.toMap(Policy::id, policy -> Sentences.of(policy, names)));
    }

    private Optional<Sight> there(UUID policy) {
        return Step.find(gate.edition(), policy).map(found -> rules());
    }

    private static Sight rules() {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.POLICY, Rulebook.ID), Map.of());
    }

    private static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
