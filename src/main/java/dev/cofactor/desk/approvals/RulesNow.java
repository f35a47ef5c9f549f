// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ledger.grants.AccessRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the rules of this moment still ask what a request was opened for. Conditions are left aside: whoever decides at night
 * decides for the morning, and what he gives is judged once more when it is used. So this spares people a yes that could never
 * count, and lets nobody in.
 *
 * @param asked policies that may mean this asker, this verb and this secret
 */
record RulesNow(List<Policy> asked) {

    /** @param stands whether the asker, or the person an agent asks for, is such a person or stands in such a group */
    static RulesNow of(Edition edition, AccessRequest request, Target target, Predicate<UUID> stands) {
        Set<Resource> resources = new HashSet<>(target.resources());
        return new RulesNow(edition.policies().policies().stream()
                .filter(Policy::isActive)
                .filter(policy -> Verb.find(request.matter().verb())
                        .filter(policy.actions()::contains)
                        .isPresent())
                .filter(policy -> policy.on().stream().anyMatch(resources::contains))
                .filter(policy -> policy.to().stream().anyMatch(subject -> means(subject, stands)))
                .toList());
    }

    /** A token and a claim are shown anew each time, so they may mean him. */
    private static boolean means(Subject subject, Predicate<UUID> stands) {
        return switch (subject) {
            case Subject.Person person -> stands.test(person.id());
            case Subject.Group group -> stands.test(group.id());
            case Subject.Service service -> stands.test(service.id());
            case Subject.Agent agent -> stands.test(agent.id());
            case Subject.Token token -> true;
            case Subject.Claim claim -> true;
            case Subject.Anyone anyone -> true;
        };
    }

    /** Each need is still one of theirs, some allow asks no other approval, and nothing without conditions forbids or adds. */
    boolean stillAsk(AccessRequest request) {
        List<Need> needs = grantable(request.terms().needs().stream());
        return !needs.isEmpty()
                && asked.stream().noneMatch(policy -> policy.effect() == Effect.DENY && isAlways(policy))
                && needs.stream().allMatch(this::isAsked)
                && asked.stream().anyMatch(policy -> policy.effect() == Effect.ALLOW && asksNoMore(policy, needs))
                && asked.stream()
                        .filter(policy -> policy.effect() == Effect.REQUIRE && isAlways(policy))
                        .allMatch(policy -> asksNoMore(policy, needs));
    }

    /** The policies because of which this has to be approved. */
    List<Policy> asking(Need.Approval approval) {
        return asked.stream()
                .filter(policy -> policy.clauses().needs().contains(approval))
                .toList();
    }

    private boolean isAsked(Need need) {
        return asked.stream().anyMatch(policy -> policy.clauses().needs().contains(need) || joins(policy, need));
    }

    /** Of several glasses the strictest is broken, which may stand in no single policy. */
    private static boolean joins(Policy policy, Need need) {
        return need instanceof Need.BreakGlass
                && policy.clauses().needs().stream().anyMatch(Need.BreakGlass.class::isInstance);
    }

    private static boolean asksNoMore(Policy policy, List<Need> needs) {
        return grantable(policy.clauses().needs().stream()).stream()
                .allMatch(need -> need instanceof Need.BreakGlass || needs.contains(need));
    }

    private static boolean isAlways(Policy policy) {
        return policy.clauses().when().isEmpty();
    }

    private static List<Need> grantable(Stream<Need> needs) {
        return needs.filter(need -> need instanceof Need.Approval || need instanceof Need.BreakGlass)
                .toList();
    }
}
