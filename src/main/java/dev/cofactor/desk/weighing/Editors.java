// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who could still change the rules under other rules. Only active people count: a machine asks nobody to be let in again. */
@ApplicationScoped
public class Editors {
    private final People people;
    private final Groups groups;

    Editors(People people, Groups groups) {
        this.people = people;
        this.groups = groups;
    }

    public boolean remain(PolicySet rules) {
        return remain(Edition.of(0, rules));
    }

    /** The same of rules that are read already. */
    public boolean remain(Edition edition) {
        PolicySet rules = edition.policies();
        return people.activeAmong(named(rules)).stream().anyMatch(person -> mayEdit(person, edition));
    }

    /**
     * The engine's answer, as the gate would have it at any time and from anywhere: hours, days and networks that nobody
     * can count on are not counted on.
     */
    private boolean mayEdit(UUID person, Edition edition) {
        Asker asker = new Asker.Person(person, groups.of(person), Credential.plain());
        Circumstances any = new Circumstances(null, null);
        Decision decision = edition.decide(new Question(asker, Verb.POLICY_EDIT, Target.installation(), any));
        return switch (decision) {
            case Decision.Allow allow -> true;
            case Decision.Challenge challenge -> challenge.ways().stream().anyMatch(Editors::isOpen);
            case Decision.Deny deny -> false;
        };
    }

    /** Everybody can prove again who he is; of anything else nobody knows. */
    private static boolean isOpen(Way way) {
        return way.missing().stream().allMatch(Need.StepUp.class::isInstance);
    }

    private static Set<UUID> named(PolicySet rules) {
        return named(rules, Verb.POLICY_EDIT);
    }

    /** People and groups that an allow is about: nobody else can be allowed anything. */
    static Set<UUID> named(PolicySet rules, Verb verb) {
        return rules.policies().stream()
                .filter(policy -> policy.effect() == Effect.ALLOW)
                .filter(policy -> policy.actions().contains(verb))
                .map(Policy::to)
                .flatMap(Set::stream)
                .flatMap(Editors::people)
                .collect(Collectors.toSet());
    }

    private static Stream<UUID> people(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> Stream.of(person.id());
            case Subject.Group group -> Stream.of(group.id());
            case Subject.Anyone anyone -> Stream.of(Groups.EVERYONE);
            case Subject.Service service -> Stream.of();
            case Subject.Agent agent -> Stream.of();
            case Subject.Token token -> Stream.of();
            case Subject.Claim claim -> Stream.of();
        };
    }
}
