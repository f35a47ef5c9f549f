// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The semantics once more, from src/docs/design/policy-documents.md and not from the engine: it walks all policies, and of
 * the engine it uses nothing but the records. Where the two differ, one of them is wrong.
 */
final class Reference {
    private static final Set<Verb> FOR_AGENTS =
            Set.of(Verb.SECRET_LIST, Verb.SECRET_READ_META, Verb.CODE_FETCH, Verb.BACKUP_CODE_TAKE);

    private Reference() {}

    enum Verdict {
        ALLOWED,
        NOT_ALLOWED,
        DENIED
    }

    static Verdict judge(List<Policy> policies, Question question) {
        Verdict own = judge(policies, question, question.asker());
        if (question.asker() instanceof Asker.Agent agent) {
            Verdict behind = judge(policies, question, agent.actsFor());
            Verdict both = own.compareTo(behind) > 0 ? own : behind;
            return both == Verdict.ALLOWED && !FOR_AGENTS.contains(question.verb()) ? Verdict.NOT_ALLOWED : both;
        }
        return own;
    }

    private static Verdict judge(List<Policy> policies, Question question, Asker asker) {
        boolean allowed = false;
        for (Policy policy : policies) {
            boolean asked = policy.actions().contains(question.verb()) && means(policy, asker);
            if (asked && policy.effect() == Effect.DENY && covers(policy, question.target())) {
                return Verdict.DENIED;
            }
            if (asked && policy.effect() == Effect.ALLOW && opens(policy, question.target())) {
                allowed = true;
            }
        }
        return allowed ? Verdict.ALLOWED : Verdict.NOT_ALLOWED;
    }

    private static boolean means(Policy policy, Asker asker) {
        for (Subject subject : policy.to()) {
            boolean meant = switch (subject) {
                case Subject.Anyone anyone -> true;
                case Subject.Person p ->
                    asker instanceof Asker.Person && asker.id().equals(p.id());
                case Subject.Service s ->
                    asker instanceof Asker.Service && asker.id().equals(s.id());
                case Subject.Agent a ->
                    asker instanceof Asker.Agent && asker.id().equals(a.id());
                case Subject.Group g -> asker.groups().contains(g.id());
                case Subject.Token t -> Objects.equals(asker.credential().token(), t.id());
                case Subject.Claim c -> asker.credential().claims().contains(c);
            };
            if (meant) {
                return true;
            }
        }
        return false;
    }

    private static boolean opens(Policy policy, Question.Target target) {
        return switch (target.place()) {
            case SHARED -> covers(policy, target);
            case OWN_PERSONAL_FOLDER -> policy.on().stream().anyMatch(on -> on instanceof Resource.OwnPersonalFolder);
            case ANOTHERS_PERSONAL_FOLDER -> false;
        };
    }

    private static boolean covers(Policy policy, Question.Target target) {
        for (Resource resource : policy.on()) {
            boolean covered = switch (resource) {
                case Resource.Everything everything -> true;
                case Resource.OwnPersonalFolder own -> target.place() == Place.OWN_PERSONAL_FOLDER;
                case Resource.Secret s -> Objects.equals(target.secret(), s.id());
                case Resource.Folder f -> target.folders().contains(f.id());
                case Resource.Tag t -> target.tags().contains(t.id());
                case Resource.Template t -> Objects.equals(target.template(), t.id());
            };
            if (covered) {
                return true;
            }
        }
        return false;
    }
}
