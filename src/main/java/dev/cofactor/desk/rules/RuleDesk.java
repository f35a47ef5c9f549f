// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.desk.wording.Doing;
import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.Sentences;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
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
    private final Saves saves;
    private final Warnings warnings;
    private final Ids ids;

    RuleDesk(Gate gate, Rulebook rulebook, NameBook book, Saves saves, Warnings warnings, Ids ids) {
        this.gate = gate;
        this.rulebook = rulebook;
        this.book = book;
        this.saves = saves;
        this.warnings = warnings;
        this.ids = ids;
    }

    /**
     * The rules in force.
     *
     * @param saving when they were saved and by whom
     * @param sentences what each says, by its id
     */
    public record InForce(Edition edition, Saving saving, Map<UUID, String> sentences) {}

    /**
     * One policy of an edition, and what it says.
     *
     * @param lints what looks like a mistake in it
     */
    public record Stated(Edition edition, Policy policy, String sentence, List<Lint> lints) {}

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

    /** What looks like a mistake in the rules in force, and in drafts. */
    public List<Lint> lints(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(rules()));
        return warnings.of(gate.edition().policies());
    }

    public Stated read(Caller caller, UUID policy) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> there(policy));
        Edition edition = gate.edition();
        return stated(edition, Save.find(edition, policy).orElseThrow(RuleDesk::notFound));
    }

    /**
     * All that a policy can be about, for somebody who writes one or changes this one.
     *
     * @param policy absent for a new one; what it is about is named in any case, if it is there
     */
    public Choices choices(Caller caller, Optional<UUID> policy) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> policy.isEmpty() ? Optional.of(rules()) : there(policy.get()));
        Edition edition = gate.edition();
        Optional<Stated> now = policy.flatMap(id -> Save.find(edition, id)).map(found -> stated(edition, found));
        Names own = book.names(now.map(Stated::policy).stream().toList());
        return new Choices(edition, now, book.all(MOST_SECRETS).and(own));
    }

    /**
     * What would be in force, and what is.
     *
     * @param next with one policy as somebody thinks of it, or without it
     */
    public record Trial(Edition now, PolicySet next) {}

    /**
     * A policy while it is being written: what it would say, and what looks like a mistake in it. Nothing is kept.
     *
     * @param policy absent for a new one
     * @param wanted the policy, under the id it is given
     */
    public Stated draft(Caller caller, Optional<UUID> policy, Function<UUID, Policy> wanted) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> policy.isEmpty() ? Optional.of(rules()) : there(policy.get()));
        UUID id = policy.orElseGet(ids::next);
        Edition now = gate.edition();
        Policy written = wanted.apply(id);
        PolicySet next = Save.of(now, id, Optional.of(written)).onto(now).orElseThrow(Saves::changedMeanwhile);
        return new Stated(
                now, written, Sentences.of(written, book.names(List.of(written))), warnings.of(next, Set.of(id)));
    }

    /**
     * All that a save looks at, and what would come of it, with nothing saved and nothing recorded.
     *
     * @param policy absent for a new one
     * @param wanted read only of whoever is admitted; absent where the policy is to be withdrawn
     */
    public Trial tried(
            Caller caller, Optional<UUID> policy, LongSupplier seen, Function<UUID, Optional<Policy>> wanted) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> policy.isEmpty() ? Optional.of(rules()) : there(policy.get()));
        long from = seen.getAsLong();
        UUID id = policy.orElseGet(ids::next);
        Edition now = gate.edition();
        Save save = Save.of(now, id, wanted.apply(id));
        if (now.number() != from) {
            throw Saves.changedMeanwhile();
        }
        return new Trial(now, saves.tried(caller, now, save, one -> Saves.ALONE));
    }

    /**
     * A policy as somebody writes it; ids also as other answers of ours write them.
     *
     * @param id which one it is, whether the document says so or not
     */
    public static Policy written(byte[] document, UUID id) {
        return RuleJson.read(document, id);
    }

    /** The same policy as it would be if it decided. */
    public static Policy inForce(Policy policy) {
        return Copies.in(State.ACTIVE, policy);
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
        return saved(caller, id, () -> Optional.of(rules()), seen, now -> wanted.apply(id));
    }

    public Stated replace(Caller caller, UUID policy, LongSupplier seen, Supplier<Policy> wanted) {
        return saved(caller, policy, () -> there(policy), seen, now -> wanted.get());
    }

    /** From this answer on it decides, or decides nothing any more. */
    public Stated put(Caller caller, UUID policy, LongSupplier seen, Supplier<State> state) {
        return saved(caller, policy, () -> there(policy), seen, now -> {
            State wanted = state.get();
            return Copies.in(wanted, Save.find(now, policy).orElseThrow(RuleDesk::notFound));
        });
    }

    /** Another one that says the same, decides nothing yet, and is no longer than a name may be. */
    public Stated copy(Caller caller, UUID policy, LongSupplier seen) {
        UUID id = ids.next();
        return saved(
                caller,
                id,
                () -> there(policy),
                seen,
                now -> Copies.of(Save.find(now, policy).orElseThrow(RuleDesk::notFound), id));
    }

    /** What it allowed is allowed no more from this answer on, unless another policy allows it too. */
    public Edition withdraw(Caller caller, UUID policy, LongSupplier seen) {
        return edition(caller, policy, () -> there(policy), seen, now -> Optional.empty());
    }

    private Stated saved(
            Caller caller,
            UUID id,
            Supplier<Optional<Sight>> look,
            LongSupplier seen,
            Function<Edition, Policy> wanted) {
        Edition edition = edition(caller, id, look, seen, now -> Optional.of(wanted.apply(now)));
        return stated(edition, Save.find(edition, id).orElseThrow());
    }

    private Edition edition(
            Caller caller,
            UUID id,
            Supplier<Optional<Sight>> look,
            LongSupplier seen,
            Function<Edition, Optional<Policy>> then) {
        return saves.made(caller, look, seen, now -> Save.of(now, id, then.apply(now)), policy -> Saves.ALONE);
    }

    private Stated stated(Edition edition, Policy policy) {
        return new Stated(
                edition,
                policy,
                Sentences.of(policy, book.names(List.of(policy))),
                warnings.of(edition.policies(), Set.of(policy.id())));
    }

    private Map<UUID, String> sentences(Collection<Policy> policies) {
        Names names = book.names(policies);
        return policies.stream().collect(Collectors.toMap(Policy::id, policy -> Sentences.of(policy, names)));
    }

    private Optional<Sight> there(UUID policy) {
        return Save.find(gate.edition(), policy).map(found -> rules());
    }

    static Sight rules() {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.POLICY, Rulebook.ID), Map.of());
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
