// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Editors;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.world.EditionOnRecord;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.Saving;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The one path of all saves, whether of one policy or of the whole set: what comes of it is computed, has to be sound and
 * pass every check, and is recorded as one edition, on top of the one it was computed from or not at all.
 */
@ApplicationScoped
public class Saves {
    /** A policy that was sent for itself begins where the document does. */
    static final String ALONE = "";

    static final String KIND = "policies-saved";

    private final Gate gate;
    private final SecondPerson second;
    private final Rulebook rulebook;
    private final NameBook book;
    private final Editors editors;
    private final Instance<SaveCheck> checks;

    Saves(
            Gate gate,
            SecondPerson second,
            Rulebook rulebook,
            NameBook book,
            Editors editors,
            Instance<SaveCheck> checks) {
        this.gate = gate;
        this.second = second;
        this.rulebook = rulebook;
        this.book = book;
        this.editors = editors;
        this.checks = checks;
    }

    /**
     * A save that somebody sends.
     *
     * @param seen the edition its author has seen
     * @param wanted made of what is in force; read only once he is admitted
     * @param places where each policy stands in what he sent, as a JSON pointer
     * @return the edition in force, which is the last one where nothing would change
     */
    Edition made(
            Caller caller,
            Supplier<Optional<Sight>> look,
            LongSupplier seen,
            Function<Edition, Save> wanted,
            Function<UUID, String> places) {
        gate.admit(caller, Verb.POLICY_EDIT, look);
        long from = seen.getAsLong();
        Edition now = gate.edition();
        Save save = wanted.apply(now);
        if (now.number() != from) {
            throw changedMeanwhile();
        }
        return save.changesNothing() ? now : recorded(caller, look, now, save, proposed(save), places);
    }

    /** A save that is made now by whoever may, as if he had sent it. */
    public Edition kept(Caller caller, Save save) {
        return kept(caller, save, proposed(save));
    }

    /**
     * A save that was kept, made now by whoever may.
     *
     * @param change as which it was kept, and may have to be kept again
     * @throws Problem {@code changed-meanwhile} where a policy that it is about is no longer as it was
     */
    public Edition kept(Caller caller, Save save, Proposed change) {
        Edition now = gate.edition();
        return save.changesNothing()
                ? now
                : recorded(caller, () -> Optional.of(RuleDesk.rules()), now, save, change, policy -> ALONE);
    }

    /** Whether it could be saved, with nothing written and nothing recorded. */
    PolicySet tried(Caller caller, Edition now, Save save, Function<UUID, String> places) {
        PolicySet next = save.onto(now).orElseThrow(Saves::changedMeanwhile);
        check(caller, now, save, next, places);
        return next;
    }

    /**
     * What it rests on is looked up before the lock, in each round anew: people, groups and folders are of the world, so
     * if any of them has moved by the time it is recorded, it goes round again.
     */
    private Edition recorded(
            Caller caller,
            Supplier<Optional<Sight>> look,
            Edition now,
            Save save,
            Proposed change,
            Function<UUID, String> places) {
        PolicySet next = save.onto(now).orElseThrow(Saves::changedMeanwhile);
        AtomicReference<Details> said = new AtomicReference<>(Details.none());
        Ask ask = new Ask(caller, Verb.POLICY_EDIT, EventClass.EDITION_SAVED, look, sight -> {
            said.set(check(caller, now, save, next, places));
            return sight;
        });
        return second.change(ask, Moves.WORLD, change, Watch.rules(next), at -> {
                    Saving saving = new Saving(now.number(), caller.actor().id(), at.event(), at.time());
                    Edition saved = rulebook.insert(next, saving);
                    return new Done<>(saved, details(saved, save).with(said.get()), List.of());
                })
                .result()
                .orElseThrow();
    }

    private static Proposed proposed(Save save) {
        return new Proposed(KIND, new String(save.document(), UTF_8), Optional.empty());
    }

    private static Details details(Edition saved, Save save) {
        Details details = EditionOnRecord.details(saved).with(Name.PARTS, save.parts());
        return save.pieces().size() == 1
                ? details.with(Name.OTHER, save.pieces().getFirst().policy())
                : details.with(Name.COUNT, save.pieces().size());
    }

    private Details check(Caller caller, Edition from, Save save, PolicySet next, Function<UUID, String> places) {
        Names names = book.names(save.written());
        save.written().forEach(policy -> requireStanding(policy, names, places));
        if (!editors.remain(next)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "nobody-left",
                    "after this nobody who is active could edit policies at any time and from anywhere");
        }
        return checks.stream().map(check -> check.check(caller, from, next)).reduce(Details.none(), Details::with);
    }

    /** Where a policy stands is found out only once there is a fault in it: that takes another reading. */
    private static void requireStanding(Policy policy, Names names, Function<UUID, String> places) {
        try {
            Standing.require(policy, names);
        } catch (PolicyRefused e) {
            throw e.under(places.apply(policy.id()));
        }
    }

    public static Problem changedMeanwhile() {
        return new Problem(
                Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the rulebook has been changed meanwhile");
    }
}
