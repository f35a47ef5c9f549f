// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whom to ask, and whom to tell. It looks at the rules for each of them, so it comes before a change and never within one. */
@Singleton
class Whom {
    /** More are not told of one request: what a thousand could decide, somebody will. */
    private static final int MOST = 200;

    private final Approvers approvers;
    private final People people;
    private final Gate gate;

    Whom(Approvers approvers, People people, Gate gate) {
        this.approvers = approvers;
        this.people = people;
        this.gate = gate;
    }

    /** Those who could decide it now. */
    Set<UUID> canDecide(AccessRequest request) {
        return holding(Verb.APPROVAL_DECIDE, approvers.named(gate.edition(), request));
    }

    /** Whoever was passed over, the secret's owners, and whoever looks at such things. */
    Set<UUID> hearTheGlass(AccessRequest broken, Placed secret) {
        UUID self = broken.asker().self();
        Set<UUID> told = new LinkedHashSet<>(approvers.passedOver(broken.terms().skipped(), self));
        told.addAll(people.activeAmong(secret.personalOf().map(Set::of).orElse(secret.owners())));
        told.addAll(reviewers());
        told.remove(self);
        return told;
    }

    private Set<UUID> reviewers() {
        return holding(
                Verb.ACCESS_REVIEW,
                people.all().stream().filter(Person::active).map(Person::id).toList());
    }

    /** Those of these who may, if need be after a step of their own. */
    private Set<UUID> holding(Verb verb, Collection<UUID> some) {
        Set<UUID> holding = new LinkedHashSet<>();
        for (UUID person : some) {
            Caller caller = new Caller(new Actor.Person(person), Optional.empty(), Optional.empty(), Line.NONE);
            if (holding.size() < MOST && may(gate.view(caller), verb)) {
                holding.add(person);
            }
        }
        return holding;
    }

    static boolean may(View view, Verb verb) {
        return view.decide(verb, Target.installation())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }
}
