// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A few people and machines, a few secrets in folders, and policies written by hand. */
final class Town implements Expectations.Facts {
    static final UUID ONCALL = Rolls.id('g', 1);
    static final UUID LEADS = Rolls.id('g', 2);
    /** Nobody stands in it. */
    static final UUID CONTRACTORS = Rolls.id('g', 3);
    /** All of on-call stand in it, too. */
    static final UUID STAFF = Rolls.id('g', 4);

    static final UUID ANA = Rolls.id('u', 1);
    static final UUID BEN = Rolls.id('u', 2);
    static final UUID CLEO = Rolls.id('u', 3);
    static final UUID DEPLOYER = Rolls.id('s', 1);

    static final UUID PROD = Rolls.id('f', 1);
    static final UUID ROOT_OTP = Rolls.id('c', 1);
    static final UUID WIKI = Rolls.id('c', 2);
    static final UUID HOME = Rolls.id('c', 3);

    static final Subject ON_CALL = new Subject.Group(ONCALL);
    static final Resource IN_PROD = new Resource.Folder(PROD);

    final Map<UUID, Asker> actors = new LinkedHashMap<>();
    final Map<UUID, Goal> secrets = new LinkedHashMap<>();

    Town() {
        person(ANA, ONCALL, STAFF);
        person(BEN, LEADS, STAFF);
        person(CLEO, LEADS);
        actors.put(DEPLOYER, new Asker.Service(DEPLOYER, Set.of(), Credential.plain()));
        secrets.put(ROOT_OTP, new Goal(lying(ROOT_OTP, PROD), null));
        secrets.put(WIKI, new Goal(lying(WIKI), null));
        secrets.put(HOME, new Goal(lying(HOME), ANA));
    }

    void person(UUID id, UUID... groups) {
        actors.put(id, new Asker.Person(id, Set.of(groups), Credential.plain()));
    }

    private static Target lying(UUID id, UUID... folders) {
        return new Target(id, Set.of(folders), Set.of(), null, Place.SHARED);
    }

    @Override
    public Optional<Set<UUID>> groupsOf(UUID actor) {
        return Optional.ofNullable(actors.get(actor)).map(Asker::groups);
    }

    @Override
    public Optional<Set<UUID>> groupsAbove(UUID group) {
        Set<UUID> above = new HashSet<>(Set.of(group));
        if (group.equals(ONCALL)) {
            above.add(STAFF);
        }
        return Set.of(ONCALL, LEADS, CONTRACTORS, STAFF).contains(group) ? Optional.of(above) : Optional.empty();
    }

    @Override
    public Optional<Goal> secret(UUID id) {
        return Optional.ofNullable(secrets.get(id));
    }

    @Override
    public Optional<Goal> folder(UUID id) {
        return id.equals(PROD) ? Optional.of(Goal.shared(Target.folder(Set.of(PROD), Place.SHARED))) : Optional.empty();
    }

    @Override
    public List<Seeker> seekers() {
        return actors.values().stream().map(Seeker::of).toList();
    }

    @Override
    public List<Goal> goals() {
        return Stream.concat(secrets.values().stream(), Stream.of(Goal.shared(Target.installation())))
                .toList();
    }

    static Edition edition(Policy... policies) {
        return Edition.of(1, new PolicySet(List.of(policies)));
    }

    /** Their number is their id. */
    static Policy policy(int number, Effect effect, Verb verb, Subject to, Resource on, Object... clauses) {
        return policy(number, effect, Set.of(verb), Set.of(to), Set.of(on), clauses);
    }

    static Policy policy(
            int number, Effect effect, Set<Verb> verbs, Set<Subject> to, Set<Resource> on, Object... clauses) {
        Set<Condition> when = new LinkedHashSet<>();
        Set<Need> needs = new LinkedHashSet<>();
        for (Object clause : clauses) {
            if (clause instanceof Condition condition) {
                when.add(condition);
            } else {
                needs.add((Need) clause);
            }
        }
        return new Policy(
                Rolls.id('p', number),
                "policy " + number,
                State.ACTIVE,
                effect,
                verbs,
                to,
                on,
                new Clauses(when, needs, Set.of(), Set.of()));
    }
}
