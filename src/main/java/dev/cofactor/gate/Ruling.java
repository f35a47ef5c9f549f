// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One decision with what it was taken on.
 *
 * @param sight absent where there is no such thing
 * @param decision absent where there is nothing to decide: nothing there, or nobody who could be allowed
 */
record Ruling(Ask ask, View view, Optional<Sight> sight, Optional<Decision> decision) {

    static Ruling of(Ask ask, View view) {
        Optional<Sight> sight = ask.look().get();
        Ruling ruling = new Ruling(ask, view, sight, sight.flatMap(found -> view.decide(ask.verb(), found.target())));
        return ruling.allows() ? new Ruling(ask, view, sight.map(ask.ready()), ruling.decision) : ruling;
    }

    Facts facts() {
        return view.facts();
    }

    boolean allows() {
        return decision.filter(Decision.Allow.class::isInstance).isPresent();
    }

    /** What the caller is told if it is not allowed. What lies in no folder and is no secret is there for all to know. */
    Refused refusal() {
        if (!view.isOfSomebody()) {
            return Refused.unauthenticated();
        }
        boolean known = sight.map(Sight::target)
                .filter(target -> isThereForAll(target) || view.shows(target))
                .isPresent();
        return known ? Refused.denied() : Refused.notFound();
    }

    private static boolean isThereForAll(Target target) {
        return target.secret() == null && target.folders().isEmpty();
    }

    /** What the record says of the decision: the verb, the edition, and the policies that spoke. */
    Details reasons(Details besides) {
        Details said = besides.with(Name.VERB, ask.verb().code())
                .with(Name.EDITION, facts().edition().number());
        Collection<String> policies =
                policies().stream().map(policy -> policy.id().toString()).toList();
        return policies.isEmpty() ? said : said.with(Name.POLICY, policies);
    }

    private List<Policy> policies() {
        return decision.map(taken -> switch (taken) {
                    case Decision.Allow allow -> allow.trace().allowing();
                    case Decision.Challenge challenge -> challenge.trace().allowing();
                    case Decision.Deny deny -> deny.trace().denying();
                })
                .orElse(List.of());
    }
}
