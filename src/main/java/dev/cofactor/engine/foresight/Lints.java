// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static java.util.stream.Collectors.groupingBy;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What looks like a mistake in a set of policies. It forbids nothing: whoever saves is asked whether he means it. Drafts are
 * looked at as if they were active, disabled policies are not.
 */
public final class Lints {
    private Lints() {}

    public enum Code {
        REACHES_NOBODY("reaches-nobody"),
        SHADOWED("shadowed"),
        ALLOWS_EVERYTHING("allows-everything"),
        QUORUM_TOO_LARGE("quorum-too-large"),
        APPROVERS_ALL_ASK("approvers-all-ask"),
        APPROVERS_CANNOT_DECIDE("approvers-cannot-decide"),
        MACHINE_CANNOT_MEET("machine-cannot-meet"),
        EVADABLE("evadable"),
        /** Of all its verbs. */
        NEEDS_IGNORED("needs-ignored"),
        /** Of some of its verbs: often meant so. */
        NEEDS_PARTLY_IGNORED("needs-partly-ignored"),
        OVER("over"),
        SAME_AS_ANOTHER("same-as-another");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param place a JSON pointer that begins at the policy; lists are counted in the order in which the policy has them
     * @param sentence for people, with ids and no names
     */
    public record Lint(UUID policy, String place, Code code, String sentence) {}

    /**
     * All that can be found without knowing who there is, and all about who there is.
     *
     * @param seekers everybody who can ask, with the groups he stands in
     * @param now the moment from which on the policies hold
     */
    public static List<Lint> of(PolicySet set, Collection<Seeker> seekers, Instant now) {
        List<Policy> policies = set.policies().stream()
                .filter(policy -> policy.state() != State.DISABLED)
                .toList();
        Shadows shadows = new Shadows(policies);
        List<Lint> found = new ArrayList<>();
        for (Policy policy : policies) {
            wide(policy, found);
            evadable(policy, found);
            ignored(policy, found);
            over(policy, now, found);
            shadows.add(policy, found);
        }
        same(policies, found);
        new PeopleLints(policies, seekers, now).add(found);
        return List.copyOf(found);
    }

    /** Of the installation there is nothing but everything, so those verbs are meant so. */
    private static void wide(Policy policy, List<Lint> found) {
        boolean secrets = policy.actions().stream().anyMatch(verb -> verb.about() == Verb.About.SECRET);
        boolean asks =
                !policy.clauses().when().isEmpty() || !policy.clauses().needs().isEmpty();
        if (policy.effect() == Effect.ALLOW && secrets && !asks) {
            place("on", policy.on(), new Resource.Everything()::equals)
                    .forEach(place -> found.add(new Lint(
                            policy.id(),
                            place,
                            Code.ALLOWS_EVERYTHING,
                            "allows it on everything, without a condition or a need")));
        }
    }

    private static void evadable(Policy policy, List<Lint> found) {
        if (policy.effect() == Effect.DENY) {
            place("when", policy.clauses().when(), Condition.TokenClaim.class::isInstance)
                    .forEach(place -> found.add(new Lint(
                            policy.id(),
                            place,
                            Code.EVADABLE,
                            "denies whoever shows a claim, who need not show it: deny whoever does not show the one he should,"
                                    + " with not")));
        }
    }

    private static void ignored(Policy policy, List<Lint> found) {
        Set<Need> needs = policy.clauses().needs();
        long unrecorded =
                policy.actions().stream().filter(verb -> !verb.isRecorded()).count();
        if (!needs.isEmpty() && unrecorded > 0) {
            boolean all = unrecorded == policy.actions().size();
            found.add(new Lint(
                    policy.id(),
                    "/needs",
                    all ? Code.NEEDS_IGNORED : Code.NEEDS_PARTLY_IGNORED,
                    (all ? "needs steps for" : "needs steps, which are not asked for of those of its")
                            + " verbs that leave no record; of these conditions alone are asked"));
        }
    }

    private static void over(Policy policy, Instant now, List<Lint> found) {
        place("when", policy.clauses().when(), condition -> isOver(condition, now))
                .forEach(place -> found.add(
                        new Lint(policy.id(), place, Code.OVER, "holds in a time that is over, and never again")));
    }

    private static boolean isOver(Condition condition, Instant now) {
        boolean not = condition instanceof Condition.Not;
        if (!(Cells.plain(condition) instanceof Condition.Dates dates)) {
            return false;
        }
        LocalDate today = now.atZone(dates.zone()).toLocalDate();
        LocalDate from = dates.from();
        LocalDate until = dates.until();
        return not ? until == null && from != null && !from.isAfter(today) : until != null && until.isBefore(today);
    }

    /** The first by its id is the one, and the others say the same as it. */
    private static void same(List<Policy> policies, List<Lint> found) {
        record Said(State state, Effect effect, Set<Verb> actions, Set<Subject> to, Set<Resource> on, Object clauses) {}
        policies.stream()
                .collect(groupingBy(policy -> new Said(
                        policy.state(), policy.effect(), policy.actions(), policy.to(), policy.on(), policy.clauses())))
                .values()
                .forEach(alike -> alike.stream()
                        .skip(1)
                        .forEach(policy -> found.add(new Lint(
                                policy.id(),
                                "",
                                Code.SAME_AS_ANOTHER,
                                "says the same as " + alike.getFirst().id()))));
    }

    /** Where in a list they stand. */
    static <T> Stream<String> place(String list, Collection<T> all, Predicate<? super T> which) {
        List<String> places = new ArrayList<>();
        int at = 0;
        for (T one : all) {
            if (which.test(one)) {
                places.add("/" + list + "/" + at);
            }
            at++;
        }
        return places.stream();
    }

    /**
     * Denies that take back all that an allow gives. Told from what they name: a deny of a folder also covers an allow of a secret
     * in it, but where that lies is no policy's to say.
     */
    private static final class Shadows {
        private final Map<Subject, List<Policy>> denies = new HashMap<>();

        Shadows(List<Policy> policies) {
            policies.stream()
                    .filter(policy -> policy.effect() == Effect.DENY && policy.isActive())
                    .forEach(policy -> policy.to()
                            .forEach(to -> denies.computeIfAbsent(to, t -> new ArrayList<>())
                                    .add(policy)));
        }

        void add(Policy allow, List<Lint> found) {
            if (allow.effect() != Effect.ALLOW) {
                return;
            }
            Subject any = allow.to().iterator().next();
            Set<Policy> met = new HashSet<>(denies.getOrDefault(any, List.of()));
            met.addAll(denies.getOrDefault(new Subject.Anyone(), List.of()));
            met.stream()
                    .filter(deny -> covers(deny, allow))
                    .map(deny -> deny.id().toString())
                    .min(String::compareTo)
                    .ifPresent(id -> found.add(
                            new Lint(allow.id(), "", Code.SHADOWED, "allows nothing that is not denied by " + id)));
        }

        /** Whatever holds where the allow does, holds for the deny: it asks nothing that the allow does not. */
        private static boolean covers(Policy deny, Policy allow) {
            return deny.actions().containsAll(allow.actions())
                    && (deny.to().contains(new Subject.Anyone()) || deny.to().containsAll(allow.to()))
                    && (deny.on().contains(new Resource.Everything())
                            || deny.on().containsAll(allow.on()))
                    && allow.clauses().when().containsAll(deny.clauses().when());
        }
    }
}
