// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whom a clause means at this moment. */
@ApplicationScoped
@Transactional
class Approvers {
    private final People people;
    private final Groups groups;
    private final Groups.Brought brought;
    private final Catalogue catalogue;
    private final Rulebook rulebook;

    Approvers(People people, Groups groups, Groups.Brought brought, Catalogue catalogue, Rulebook rulebook) {
        this.people = people;
        this.groups = groups;
        this.brought = brought;
        this.catalogue = catalogue;
        this.rulebook = rulebook;
    }

    /**
     * Whether what somebody says to this counts, by the clause: that he may decide anything at all is the gate's to say.
     * INVARIANT: nobody's does to what is asked for himself.
     */
    boolean counts(UUID person, Need.Approval approval, AccessRequest request, RulesNow rules) {
        return isNamed(person, approval, request.asker().self())
                && !(approval.notTheAuthor() && authors(approval, rules).contains(person));
    }

    boolean mayDecide(UUID person, AccessRequest request, RulesNow rules) {
        return request.terms().approvals().stream().anyMatch(approval -> counts(person, approval, request, rules));
    }

    boolean isNamed(UUID person, Need.Approval approval, UUID self) {
        return !person.equals(self)
                && people.find(person).filter(Person::active).isPresent()
                && approval.of().stream().anyMatch(approver -> means(approver, person, self));
    }

    private boolean means(Approver approver, UUID person, UUID self) {
        return switch (approver) {
            case Approver.Person one -> one.id().equals(person);
            case Approver.Group group -> groups.of(person).contains(group.id());
            case Approver.Manager manager ->
                people.managerOf(self).map(Person::id).equals(Optional.of(person));
        };
    }

    /** Whoever last wrote one of the policies that ask for it. */
    private Set<UUID> authors(Need.Approval approval, RulesNow rules) {
        Set<UUID> authors = new HashSet<>();
        rules.asking(approval).forEach(policy -> rulebook.lastAuthor(policy).ifPresent(authors::add));
        return authors;
    }

    /** The policies in this edition that a request still hangs on. Of a secret that is gone there are none. */
    RulesNow rules(Edition edition, AccessRequest request) {
        AccessRequest.Asker asker = request.asker();
        Set<UUID> standing = new HashSet<>(groups.of(asker.actor().id()));
        standing.add(asker.actor().id());
        asker.person().ifPresent(person -> {
            standing.add(person);
            standing.addAll(groups.of(person));
        });
        asker.session().ifPresent(session -> standing.addAll(brought.by(session)));
        return catalogue
                .find(request.matter().secret())
                .map(placed -> Sight.of(placed, caller(asker)).target())
                .map(target -> RulesNow.of(edition, request, target, standing::contains))
                .orElseGet(() -> new RulesNow(List.of()));
    }

    private static Caller caller(AccessRequest.Asker asker) {
        return new Caller(asker.actor(), asker.session(), Optional.empty(), Line.NONE);
    }

    /** Those whose word on it would count, by the clause. */
    Set<UUID> named(Edition edition, AccessRequest request) {
        RulesNow rules = rules(edition, request);
        Set<UUID> whom = new LinkedHashSet<>();
        for (Need.Approval approval : request.terms().approvals()) {
            named(approval, request.asker().self()).stream()
                    .filter(person -> counts(person, approval, request, rules))
                    .forEach(whom::add);
        }
        return whom;
    }

    /** Those who could have decided what a broken glass passed over. */
    Set<UUID> passedOver(Collection<Need.Approval> skipped, UUID self) {
        Set<UUID> whom = new LinkedHashSet<>();
        skipped.forEach(approval -> named(approval, self).stream()
                .filter(person -> isNamed(person, approval, self))
                .forEach(whom::add));
        return whom;
    }

    private List<UUID> named(Need.Approval approval, UUID self) {
        Set<UUID> peopleAndGroups = new HashSet<>();
        for (Approver approver : approval.of()) {
            switch (approver) {
                case Approver.Person one -> peopleAndGroups.add(one.id());
                case Approver.Group group -> peopleAndGroups.add(group.id());
                case Approver.Manager manager ->
                    people.managerOf(self).map(Person::id).ifPresent(peopleAndGroups::add);
            }
        }
        return people.activeAmong(peopleAndGroups);
    }
}
