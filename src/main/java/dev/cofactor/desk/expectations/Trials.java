// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.foresight.Expectation;
import dev.cofactor.engine.foresight.Expectations;
import dev.cofactor.engine.foresight.Expectations.Broken;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.rulebook.KeptExpectations.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds expectations against rules. */
@ApplicationScoped
class Trials {
    private static final List<PublicId> IDS =
            List.of(PublicId.SECRET, PublicId.FOLDER, PublicId.TAG, PublicId.TEMPLATE);

    private final ExpectationFacts facts;
    private final Clock clock;

    Trials(ExpectationFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** @param broken absent where the rules say what is expected */
    record Result(Kept kept, Expectation expectation, Optional<Broken> broken) {
        boolean isBroken() {
            return broken.isPresent();
        }
    }

    /** As somebody writes it; ids also as other answers of ours write them. */
    static Expectation written(byte[] document) {
        return Expectation.read(
                document,
                text -> IDS.stream().flatMap(kind -> kind.read(text).stream()).findFirst());
    }

    static Expectation of(Kept kept) {
        return Expectation.read(kept.document().getBytes(UTF_8), text -> Optional.<UUID>empty());
    }

    Optional<Broken> broken(Edition rules, Expectation expectation) {
        return Expectations.broken(rules, List.of(expectation), facts.now(), clock.instant()).stream()
                .findFirst();
    }

    /** All of these, by the same facts. */
    List<Result> results(Edition rules, Collection<Kept> kept) {
        Expectations.Facts now = facts.now();
        Stream<Result> results = kept.stream().map(one -> {
            Expectation expectation = of(one);
            Optional<Broken> broken = Expectations.broken(rules, List.of(expectation), now, clock.instant()).stream()
                    .findFirst();
            return new Result(one, expectation, broken);
        });
        return results.toList();
    }
}
