// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Decision.Challenge;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Reference.Hit;
import dev.cofactor.engine.policy.Reference.Missed;
import dev.cofactor.engine.policy.Reference.Path;
import dev.cofactor.engine.policy.Reference.Told;
import dev.cofactor.engine.policy.Reference.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a decider says, held against the naive reading: the verdict, its cause, all ways, and the trace. */
final class Agreement {
    private Agreement() {}

    static void holds(Decider engine, List<Policy> policies, Question question) {
        Told told = Reference.told(policies, question);
        Decision decision = engine.decide(policies, question);
        assertThat(verdict(decision)).isEqualTo(told.verdict());
        Set<Path> paths = told.paths().stream()
                .filter(path ->
                        told.verdict() != Verdict.ALLOWED || path.missing().isEmpty())
                .collect(Collectors.toSet());
        Set<Path> said = Decider.ways(decision).stream().map(Agreement::path).collect(Collectors.toSet());
        if (told.verdict() == Verdict.ALLOWED || told.verdict() == Verdict.CHALLENGED) {
            assertThat(paths).containsAll(said);
            assertThat(bare(said)).isEqualTo(bare(paths));
        }
        assertThat(applied(decision.trace().applied())).isEqualTo(hits(told.on()));
        assertThat(near(decision.trace().near())).isEqualTo(missed(told.near()));
    }

    static Verdict verdict(Decision decision) {
        return switch (decision) {
            case Allow allow -> Verdict.ALLOWED;
            case Challenge challenge -> Verdict.CHALLENGED;
            case Deny deny ->
                switch (deny.cause()) {
                    case A_POLICY_DENIES -> Verdict.DENIED;
                    case NOTHING_ALLOWS -> Verdict.NOT_ALLOWED;
                    case NOT_FOR_AGENTS -> Verdict.NOT_FOR_AGENTS;
                    case CANNOT_BE_MET -> Verdict.CANNOT_BE_MET;
                };
        };
    }

    private static Path path(Way way) {
        assertThat(way.needs()).doesNotHaveDuplicates();
        assertThat(way.charges()).doesNotHaveDuplicates();
        return new Path(
                way.through(),
                new HashSet<>(way.needs()),
                new HashSet<>(way.charges()),
                way.duties(),
                new HashSet<>(way.missing()),
                way.clause(),
                way.grant());
    }

    /** Of allows that ask the same, one stands for all. */
    private static Set<Path> bare(Set<Path> paths) {
        return paths.stream()
                .map(path -> new Path(
                        List.of(),
                        path.needs(),
                        path.charges(),
                        path.duties(),
                        path.missing(),
                        path.clause(),
                        path.grant()))
                .collect(Collectors.toSet());
    }

    private static Set<Object> applied(List<Decision.Applied> applied) {
        assertThat(applied).doesNotHaveDuplicates();
        return applied.stream()
                .map(one -> List.of(one.policy(), one.whom(), one.to(), one.on()))
                .collect(Collectors.toSet());
    }

    private static Set<Object> hits(Set<Hit> hits) {
        return hits.stream().map(Agreement::spelled).collect(Collectors.toSet());
    }

    private static Set<Object> near(List<Decision.Near> near) {
        return near.stream()
                .map(one -> List.of(
                        List.of(
                                one.but().policy(),
                                one.but().whom(),
                                one.but().to(),
                                one.but().on()),
                        new HashSet<>(one.unmet())))
                .collect(Collectors.toSet());
    }

    private static Set<Object> missed(Set<Missed> near) {
        return near.stream()
                .map(one -> List.of(spelled(one.hit()), one.unmet()))
                .collect(Collectors.toSet());
    }

    private static List<Object> spelled(Hit hit) {
        Subject whom = switch (hit.side()) {
            case Asker.Person person -> new Subject.Person(person.id());
            case Asker.Service service -> new Subject.Service(service.id());
            case Asker.Agent agent -> new Subject.Agent(agent.id());
        };
        return List.of(hit.policy(), whom, hit.to(), hit.on());
    }
}
