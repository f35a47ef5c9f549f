// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The semantics once more, from src/docs/design/policy-documents.md and not from the engine: it walks all policies, and of
 * the engine it uses nothing but the records, as data. Where the two differ, one of them is wrong.
 */
final class Reference {
    private static final Set<Verb> FOR_AGENTS =
            Set.of(Verb.SECRET_LIST, Verb.SECRET_READ_META, Verb.CODE_FETCH, Verb.BACKUP_CODE_TAKE);

    private Reference() {}

    enum Verdict {
        ALLOWED,
        CHALLENGED,
        CANNOT_BE_MET,
        NOT_FOR_AGENTS,
        NOT_ALLOWED,
        DENIED
    }

    /** One way, by what it holds: nothing about order. */
    record Path(
            List<Policy> through,
            Set<Need> needs,
            Set<Way.Charge> charges,
            Set<Duty> duties,
            Set<Need> missing,
            Optional<String> clause,
            Optional<UUID> grant) {}

    /** Who was meant, by what, and through what. */
    record Hit(Policy policy, Asker side, Subject to, Resource on) {}

    record Missed(Hit hit, Set<Condition> unmet) {}

    /** @param paths all of them, those in which something is missing too */
    record Told(Verdict verdict, Set<Path> paths, Set<Hit> on, Set<Missed> near) {}

    static Verdict judge(List<Policy> policies, Question question) {
        return told(policies, question).verdict();
    }

    static Told told(List<Policy> policies, Question question) {
        Set<Hit> on = new HashSet<>();
        Set<Missed> near = new HashSet<>();
        for (Policy policy : policies) {
            for (Asker side : sides(question)) {
                for (Hit hit : hits(policy, side, question)) {
                    ReferenceFacts facts = new ReferenceFacts(question.circumstances(), side.credential());
                    if (isOn(policy, facts)) {
                        on.add(hit);
                    } else if (policy.effect() == Effect.ALLOW) {
                        near.add(new Missed(hit, facts.unmet(policy.clauses().when())));
                    }
                }
            }
        }
        Set<Path> paths = new ReferenceWays(question, on).all();
        return new Told(verdict(question, on, paths), paths, on, near);
    }

    private static Verdict verdict(Question question, Set<Hit> on, Set<Path> paths) {
        if (on.stream().anyMatch(hit -> hit.policy().effect() == Effect.DENY)) {
            return Verdict.DENIED;
        }
        if (question.asker() instanceof Asker.Agent && !FOR_AGENTS.contains(question.verb())) {
            return Verdict.NOT_FOR_AGENTS;
        }
        for (Asker side : sides(question)) {
            if (on.stream()
                    .noneMatch(hit ->
                            hit.policy().effect() == Effect.ALLOW && hit.side().equals(side))) {
                return Verdict.NOT_ALLOWED;
            }
        }
        if (paths.isEmpty()) {
            return Verdict.CANNOT_BE_MET;
        }
        return paths.stream().anyMatch(path -> path.missing().isEmpty()) ? Verdict.ALLOWED : Verdict.CHALLENGED;
    }

    static List<Asker> sides(Question question) {
        List<Asker> sides = new ArrayList<>();
        sides.add(question.asker());
        if (question.asker() instanceof Asker.Agent agent) {
            sides.add(agent.actsFor());
        }
        return sides;
    }

    /** What nobody knows turns an allow off, and everything else on. */
    private static boolean isOn(Policy policy, ReferenceFacts facts) {
        Optional<Boolean> so = facts.allOf(policy.clauses().when());
        return so.orElse(policy.effect() != Effect.ALLOW);
    }

    private static List<Hit> hits(Policy policy, Asker side, Question question) {
        List<Hit> hits = new ArrayList<>();
        if (policy.state() == State.ACTIVE && policy.actions().contains(question.verb())) {
            for (Subject to : policy.to()) {
                for (Resource on : policy.on()) {
                    if (means(to, side) && reaches(policy.effect(), on, question.target())) {
                        hits.add(new Hit(policy, side, to, on));
                    }
                }
            }
        }
        return hits;
    }

    private static boolean means(Subject subject, Asker asker) {
        return switch (subject) {
            case Subject.Anyone anyone -> true;
            case Subject.Person p -> asker instanceof Asker.Person && asker.id().equals(p.id());
            case Subject.Service s ->
                asker instanceof Asker.Service && asker.id().equals(s.id());
            case Subject.Agent a -> asker instanceof Asker.Agent && asker.id().equals(a.id());
            case Subject.Group g -> asker.groups().contains(g.id());
            case Subject.Token t -> Objects.equals(asker.credential().token(), t.id());
            case Subject.Claim c -> asker.credential().claims().contains(c);
        };
    }

    private static boolean reaches(Effect effect, Resource resource, Question.Target target) {
        boolean covered = switch (resource) {
            case Resource.Everything everything -> true;
            case Resource.OwnPersonalFolder own -> target.place() == Place.OWN_PERSONAL_FOLDER;
            case Resource.Secret s -> Objects.equals(target.secret(), s.id());
            case Resource.Folder f -> target.folders().contains(f.id());
            case Resource.Tag t -> target.tags().contains(t.id());
            case Resource.Template t -> Objects.equals(target.template(), t.id());
        };
        boolean opens = switch (target.place()) {
            case SHARED -> true;
            case OWN_PERSONAL_FOLDER -> resource instanceof Resource.OwnPersonalFolder;
            case ANOTHERS_PERSONAL_FOLDER -> false;
        };
        return covered && (effect != Effect.ALLOW || opens);
    }
}
