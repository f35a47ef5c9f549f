// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One decision with what it was taken on.
 *
 * @param sight absent where there is no such thing
 * @param decision absent where there is nothing to decide: nothing there, or nobody who could be allowed
 */
record Ruling(Ask ask, View view, Optional<Sight> sight, Optional<Decision> decision) {

    static Ruling of(Ask ask, View view) {
        Optional<Sight> sight = ask.look().get();
        Ruling ruling = new Ruling(ask, view, sight, sight.flatMap(found -> view.rule(ask.verb(), found.target())));
        return ruling.allows() ? new Ruling(ask, view, sight.map(ask.ready()), ruling.decision) : ruling;
    }

    Facts facts() {
        return view.facts();
    }

    boolean allows() {
        return !ways().isEmpty();
    }

    /** In which it is allowed, the cheapest first; empty where it is not. */
    List<Way> ways() {
        return decision.filter(Decision.Allow.class::isInstance)
                .map(Decision.Allow.class::cast)
                .map(Decision.Allow::ways)
                .orElse(List.of());
    }

    /** What the caller is told if it is not allowed. What lies in no folder and is no secret is there for all to know. */
    Refused refusal() {
        if (!view.isOfSomebody()) {
            return Refused.unauthenticated();
        }
        if (decision.orElse(null) instanceof Decision.Challenge challenge) {
            return Refused.missing(challenge.ways());
        }
        boolean known = sight.map(Sight::target)
                .filter(target -> isThereForAll(target) || view.shows(target))
                .isPresent();
        return known ? Refused.denied() : Refused.notFound();
    }

    private static boolean isThereForAll(Target target) {
        return target.secret() == null && target.folders().isEmpty();
    }

    /** What the record says of an allow: the verb, the edition, the policies it came through, and the grant that was used. */
    Details reasons(Way way, Details besides) {
        Stream<Policy> through =
                Stream.concat(way.through().stream(), decision.orElseThrow().trace().requiring().stream());
        return said(through, besides).with(Name.GRANT, way.grant().map(UUID::toString));
    }

    /** What it says of a refusal: the policies that spoke, and which steps are missing on the shortest way. */
    Details refusal(Refused why) {
        Details said = said(speaking(), Details.none()).with(Name.CODE, why.code());
        List<String> missing = why.ways().stream()
                .limit(1)
                .flatMap(way -> way.missing().stream().map(Needed::word))
                .distinct()
                .toList();
        return missing.isEmpty() ? said : said.with(Name.MISSING, missing);
    }

    private Details said(Stream<Policy> policies, Details besides) {
        Details said = besides.with(Name.VERB, ask.verb().code())
                .with(Name.EDITION, facts().edition().number());
        List<String> ids =
                policies.map(policy -> policy.id().toString()).distinct().toList();
        return ids.isEmpty() ? said : said.with(Name.POLICY, ids);
    }

    private Stream<Policy> speaking() {
        return decision.map(taken -> switch (taken) {
                    case Decision.Allow allow -> allow.trace().allowing().stream();
                    case Decision.Challenge challenge ->
                        Stream.concat(challenge.trace().allowing().stream(), challenge.trace().requiring().stream());
                    case Decision.Deny deny -> deny.trace().denying().stream();
                })
                .orElse(Stream.of());
    }
}
