// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.desk.access.Access.Step;
import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.NeedWords;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.Supposing;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody could do himself, and what he would have to do for it. It answers about what he may see alone; whoever asks about
 * anything else is refused as if he had asked for the code, on the log too.
 */
@ApplicationScoped
public class AccessDesk {
    /** Nobody reads on. */
    private static final int MOST_WAYS = 8;

    private final Gate gate;
    private final Supposing supposing;
    private final Openings openings;
    private final Catalogue catalogue;
    private final NameBook book;
    private final Clock clock;

    AccessDesk(Gate gate, Supposing supposing, Openings openings, Catalogue catalogue, NameBook book, Clock clock) {
        this.gate = gate;
        this.supposing = supposing;
        this.openings = openings;
        this.catalogue = catalogue;
        this.book = book;
        this.clock = clock;
    }

    /** @throws Refused where there is nothing, or nothing he may see: the same to the letter */
    public Access access(Caller caller, String pathOrId) {
        Supplier<Optional<Sight>> look = () -> catalogue.find(pathOrId).map(found -> Sight.of(found, caller));
        Ask ask = new Ask(caller, Verb.CODE_FETCH, EventClass.REQUEST_REFUSED, look);
        Instant now = clock.instant();
        Supposing.Foreseen foreseen = supposing.foreseeNow(ask, Steps.NONE);
        if (foreseen.refusal().filter(AccessDesk::hides).isPresent()) {
            // Refuses, and records it; if he may see it by now, he is told the next time.
            gate.admit(caller, Verb.CODE_FETCH, look);
            foreseen = supposing.foreseeNow(ask, Steps.NONE);
        }
        return told(caller, now, foreseen, openings.of(ask, now, foreseen));
    }

    private Access told(Caller caller, Instant now, Supposing.Foreseen foreseen, Optional<Instant> opens) {
        List<List<Step>> ways = foreseen.decision()
                .filter(Decision.Challenge.class::isInstance)
                .map(Decision.Challenge.class::cast)
                .map(challenge -> ways(challenge, caller))
                .orElse(List.of());
        return new Access(now, foreseen.refusal().map(Refused::code), ways, opens);
    }

    /** Several ways may come to the same. Whom to ask is named to people alone: a program's answers lie about. */
    private List<List<Step>> ways(Decision.Challenge challenge, Caller caller) {
        Optional<Names> names = Optional.of(caller.actor())
                .filter(Actor.Person.class::isInstance)
                .map(person -> book.names(spoke(challenge)));
        return challenge.ways().stream()
                .map(way -> way.missing().stream()
                        .map(need -> new Step(
                                kind(need),
                                names.map(known -> NeedWords.step(need, known)).orElseGet(() -> NeedWords.step(need))))
                        .toList())
                .distinct()
                .limit(MOST_WAYS)
                .toList();
    }

    private static List<Policy> spoke(Decision decision) {
        return decision.trace().applied().stream()
                .map(Decision.Applied::policy)
                .distinct()
                .toList();
    }

    private static String kind(Need need) {
        return switch (need) {
            case Need.StepUp stepUp -> "step-up";
            case Need.Reason reason -> "reason";
            case Need.Ticket ticket -> "ticket";
            case Need.Approval approval -> "approval";
            case Need.BreakGlass glass -> "break-glass";
        };
    }

    private static boolean hides(Refused refused) {
        return refused.kind() == Kind.NOT_FOUND || refused.kind() == Kind.UNAUTHENTICATED;
    }
}
