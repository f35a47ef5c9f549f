// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.desk.approvals.Opening.Wanted;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Asking others for what the rules give only with their yes; taking it back; and, in an emergency, not asking. */
@ApplicationScoped
public class Asking {
    private final Gate gate;
    private final Catalogue catalogue;
    private final AccessRequests requests;
    private final Opening opening;
    private final Answers answers;
    private final Whom whom;
    private final Letters letters;

    Asking(
            Gate gate,
            Catalogue catalogue,
            AccessRequests requests,
            Opening opening,
            Answers answers,
            Whom whom,
            Letters letters) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.requests = requests;
        this.opening = opening;
        this.answers = answers;
        this.whom = whom;
        this.letters = letters;
    }

    /**
     * What is wanted.
     *
     * @param secret its path or its id
     * @param clause of which way; the cheapest one, where none is named
     */
    public record Wish(String secret, Verb verb, Given given, Optional<String> clause) {}

    /**
     * What somebody is told whom the gate refused: of what waits for him already, or of the request that is opened now.
     *
     * @param opens whether one is opened for him; else it is said that one is needed
     */
    public Problem told(Caller caller, Verb verb, Placed secret, Refused refused, Given given, boolean opens) {
        Optional<Way> way = refused.code().equals(Answers.REQUIRED)
                ? refused.ways().stream().filter(Asking::isForOthers).findFirst()
                : Optional.empty();
        if (way.isEmpty() || unsaid(way.get(), given).isPresent()) {
            return refused;
        }
        Wanted wanted = new Wanted(caller, verb, secret, way.get(), given);
        Optional<Problem> known = answers.ofNamed(wanted, refused).or(() -> answers.ofLast(wanted, refused));
        if (known.isPresent() || !opens) {
            return known.orElse(refused);
        }
        return answers.opened(opening.ask(wanted), refused);
    }

    /**
     * Asks, whatever became of it before.
     *
     * @throws Refused where it would be refused anyway; that it was is on the log by then
     */
    public AccessRequest ask(Caller caller, Wish wish) {
        Wanted wanted = wanted(caller, wish, Asking::isForOthers);
        unsaid(wanted.way(), wish.given()).ifPresent(Asking::refuse);
        return opening.ask(wanted);
    }

    /** Takes it without asking: where a policy says that he may, for a short while, and everybody hears of it. */
    public AccessRequest breakGlass(Caller caller, Wish wish) {
        List<Way> ways = ways(caller, wish);
        Wanted wanted = chosen(caller, wish, ways, Asking::isForHimself);
        Need.BreakGlass glass = wanted.way().glass().orElseThrow();
        unsaid(wanted.way(), wish.given())
                .or(() -> tooShort(glass, wish.given()))
                .ifPresent(Asking::refuse);
        List<Need.Approval> skipped = ways.stream()
                .flatMap(way -> way.approvals().stream())
                .distinct()
                .toList();
        return opening.breakGlass(wanted, glass, skipped);
    }

    /** Whoever asked, and the person for whom an agent did, takes back what nobody has decided. */
    public AccessRequest withdraw(Caller caller, Optional<UUID> id) {
        AccessRequest asked = id.flatMap(requests::find)
                .filter(request -> isHis(caller, request))
                .orElseThrow(() -> answers.notFound(caller, id));
        Set<UUID> told = whom.canDecide(asked);
        Fact fact = Fact.done(caller, EventClass.ACCESS_WITHDRAWN, Opening.subject(asked.id()))
                .whileSignedIn()
                .byAgentsToo();
        UUID by = caller.actor().id();
        gate.note(fact, Moves.NOTHING, at -> {
            boolean open = requests.find(asked.id())
                    .filter(now -> now.isOpen(at.time()))
                    .isPresent();
            Settled how = new Settled(at.time(), by, at.event());
            if (!open || !requests.settle(asked.id(), State.PENDING, State.WITHDRAWN, how)) {
                throw AccessRefused.settled();
            }
            return new Done<>(
                    asked.id(), Details.none(), letters.to(told, AccessKind.ACCESS_WITHDRAWN, asked.id(), at, by));
        });
        return requests.find(asked.id()).orElseThrow();
    }

    static boolean isHis(Caller caller, AccessRequest request) {
        boolean hand = request.asker().hand().equals(caller.hand())
                && request.asker().run().equals(caller.run());
        return hand
                || request.asker().person().equals(Optional.of(caller.actor().id()));
    }

    private Wanted wanted(Caller caller, Wish wish, Predicate<Way> kind) {
        return chosen(caller, wish, ways(caller, wish), kind);
    }

    private Wanted chosen(Caller caller, Wish wish, List<Way> ways, Predicate<Way> kind) {
        Way way = ways.stream()
                .filter(kind)
                .filter(one -> wish.clause().isEmpty() || wish.clause().equals(one.clause()))
                .findFirst()
                .orElseThrow(AccessRefused::noSuchWay);
        return new Wanted(caller, wish.verb(), found(wish).orElseThrow(AccessRefused::noSuchWay), way, wish.given());
    }

    private Optional<Placed> found(Wish wish) {
        return catalogue.find(wish.secret());
    }

    /** Those in which something is missing yet. Whoever is refused is refused by the gate, which puts that on the log. */
    private List<Way> ways(Caller caller, Wish wish) {
        Optional<Decision> decision = found(wish)
                .flatMap(secret -> gate.view(caller, wish.given())
                        .decide(wish.verb(), sight(caller, wish.verb(), secret).target()));
        if (decision.orElse(null) instanceof Decision.Challenge challenge) {
            return challenge.ways();
        }
        try {
            gate.admit(caller, wish.verb(), () -> found(wish).map(secret -> Sight.of(secret, caller)));
        } catch (Refused refused) {
            if (refused.ways().isEmpty()) {
                throw refused;
            }
            return refused.ways();
        }
        throw AccessRefused.notNeeded();
    }

    /** Of backup codes somebody asks for the last ones, for which there is something to ask even where the first are free. */
    private static Sight sight(Caller caller, Verb verb, Placed secret) {
        Sight sight = Sight.of(secret, caller);
        return verb == Verb.BACKUP_CODE_TAKE ? sight.atTheLastCodes() : sight;
    }

    private static boolean isForOthers(Way way) {
        return !way.approvals().isEmpty() && way.glass().isEmpty();
    }

    private static boolean isForHimself(Way way) {
        return way.approvals().isEmpty() && way.glass().isPresent();
    }

    /** What has to be said with it, and was not: whoever decides wants to read it. */
    private static Optional<AccessRefused> unsaid(Way way, Given given) {
        for (Need need : way.needs()) {
            if (need instanceof Need.Reason reason && length(given) < reason.atLeast()) {
                return Optional.of(AccessRefused.reasonRequired("a reason is needed"));
            }
            if (need instanceof Need.Ticket ticket
                    && given.ticket().filter(ticket.form()::matches).isEmpty()) {
                return Optional.of(AccessRefused.reasonRequired("a ticket is needed"));
            }
        }
        return Optional.empty();
    }

    private static Optional<AccessRefused> tooShort(Need.BreakGlass glass, Given given) {
        return length(given) < glass.atLeast()
                ? Optional.of(AccessRefused.reasonRequired("a reason is needed"))
                : Optional.empty();
    }

    private static int length(Given given) {
        return given.reason().map(Steps::length).orElse(0);
    }

    private static void refuse(AccessRefused refused) {
        throw refused;
    }
}
