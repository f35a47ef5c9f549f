// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Decision.Trace;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody could do to something under all circumstances there are: at no known time, from no known address, having
 * done nothing for it.
 *
 * @param sure clauses of the allows that let him in whatever the circumstances
 * @param maybe clauses of those that may let him in, as their conditions have it
 * @param asked clauses of the requirements that bind him
 * @param barred clauses of the denials that may keep him out
 */
record Power(Set<Clauses> sure, Set<Clauses> maybe, Set<Clauses> asked, Set<Clauses> barred) {
    private static final Circumstances ANY = new Circumstances(null, null);

    static Power of(Asker asker, Verb verb, Target target, Edition edition) {
        Trace trace =
                edition.decide(new Question(asker, verb, target, ANY)).trace();
        Set<Clauses> maybe = trace.near().stream()
                .filter(near -> near.unmet().stream().allMatch(condition -> canBeSo(condition, asker)))
                .map(near -> near.but().policy().clauses())
                .collect(Collectors.toSet());
        return new Power(
                clauses(trace.allowing().stream()),
                maybe,
                clauses(trace.requiring().stream()),
                clauses(trace.denying().stream()));
    }

    /** Of time and place nobody knows; what a token says is known, and of a person no token says anything. */
    private static boolean canBeSo(Condition condition, Asker asker) {
        return switch (condition) {
            case Condition.TokenClaim claim -> !(asker instanceof Asker.Person);
            case Condition.Network network -> true;
            case Condition.Hours hours -> true;
            case Condition.Dates dates -> true;
            case Condition.Not not -> true;
        };
    }

    private static Set<Clauses> clauses(Stream<Policy> policies) {
        return policies.map(Policy::clauses).collect(Collectors.toSet());
    }

    /** A denial without conditions bars for good. */
    boolean isNone() {
        return (sure.isEmpty() && maybe.isEmpty())
                || barred.stream().anyMatch(denial -> denial.when().isEmpty());
    }

    /**
     * Whether all that the other could, this one can too, under no harder conditions. Where the two are put in other words it
     * says no: a change waits then that need not have.
     */
    boolean covers(Power other) {
        return other.isNone()
                || (!isNone()
                        && other.barred.containsAll(barred)
                        && other.asked.containsAll(asked)
                        && other.sure.stream().allMatch(this::surely)
                        && other.maybe.stream().allMatch(this::perhaps));
    }

    private boolean surely(Clauses wanted) {
        return sure.contains(wanted) || sure.contains(Clauses.NONE);
    }

    private boolean perhaps(Clauses wanted) {
        return surely(wanted) || maybe.contains(wanted);
    }

    /** Whether he may at any time. */
    static boolean any(Asker asker, Verb verb, Target target, Edition edition) {
        Decision decision = edition.decide(new Question(asker, verb, target, ANY));
        return !(decision instanceof Decision.Deny deny && deny.cause() == Decision.Cause.CANNOT_BE_MET)
                && !of(asker, verb, target, edition).isNone();
    }
}
