// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.access.Openings;
import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.Supposing;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why somebody may or may not: asked as he would ask it himself, and explained to somebody else. */
@ApplicationScoped
public class Whys {
    /** A list that is chosen from by eye; others are named by their paths. */
    private static final int MOST_SECRETS = 500;

    private final Admission admission;
    private final Callers callers;
    private final Grounds grounds;
    private final Supposing supposing;
    private final Openings openings;
    private final Groups groups;
    private final NameBook book;
    private final Clock clock;

    Whys(
            Admission admission,
            Callers callers,
            Grounds grounds,
            Supposing supposing,
            Openings openings,
            Groups groups,
            NameBook book,
            Clock clock) {
        this.admission = admission;
        this.callers = callers;
        this.grounds = grounds;
        this.supposing = supposing;
        this.openings = openings;
        this.groups = groups;
        this.book = book;
        this.clock = clock;
    }

    /** The same as it is asked and told outside. @param asked a document, read of nobody who may not know the answer */
    public WhyJson.Answer told(Caller caller, Supplier<byte[]> asked) {
        return WhyJson.Answer.of(why(caller, () -> SupposedReader.read(asked.get())));
    }

    /** About whom and what one can ask, for whoever may: all of them, of secrets so many. */
    public Names choices(Caller caller) {
        admission.require(caller);
        return book.all(MOST_SECRETS);
    }

    /** @param asked read of nobody who may not know the answer */
    Explained why(Caller caller, Supplier<Supposed> asked) {
        admission.require(caller);
        Supposed supposed = asked.get();
        Instant at = supposed.at().orElseGet(clock::instant);
        Callers.Known known = callers.find(supposed.who(), new Line(supposed.address(), ""), at);
        Sight sight = grounds.find(supposed.on(), known.caller());
        Ask ask = new Ask(known.caller(), supposed.verb(), EventClass.REQUEST_REFUSED, () -> Optional.of(sight));
        Supposing.Foreseen foreseen = supposed.at().isPresent()
                ? supposing.foresee(ask, at, done(supposed, at))
                : supposing.foreseeNow(ask, done(supposed, at));
        return explained(supposed.who().id(), known, at, foreseen, openings.of(ask, at, foreseen));
    }

    private Explained explained(
            UUID who, Callers.Known known, Instant at, Supposing.Foreseen foreseen, Optional<Instant> opens) {
        return new Explained(
                who,
                known.name(),
                known.active(),
                foreseen.stands(),
                groups(who),
                at,
                foreseen.timed(),
                foreseen.edition(),
                foreseen.decision(),
                foreseen.refusal(),
                opens,
                book.names(foreseen.decision().stream()
                        .flatMap(Whys::policies)
                        .distinct()
                        .toList()));
    }

    private List<Group> groups(UUID who) {
        return groups.namedOf(who);
    }

    static Stream<Policy> policies(Decision decision) {
        return Stream.concat(
                decision.trace().applied().stream().map(Decision.Applied::policy),
                decision.trace().near().stream().map(near -> near.but().policy()));
    }

    private static Steps done(Supposed supposed, Instant at) {
        return new Steps(
                supposed.proof().map(proof -> new Steps.Proved(at.minus(proof.ago()), proof.method())),
                supposed.reason(),
                supposed.ticket(),
                List.of());
    }
}
