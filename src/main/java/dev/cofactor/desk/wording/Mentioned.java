// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All that some policies name, their clauses included. */
record Mentioned(Set<Subject> subjects, Set<Resource> resources, Set<UUID> issuers, Set<UUID> channels) {
    static Mentioned in(Collection<Policy> policies) {
        Mentioned all = new Mentioned(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        policies.forEach(all::add);
        return all;
    }

    private void add(Policy policy) {
        subjects.addAll(policy.to());
        resources.addAll(policy.on());
        policy.clauses().when().forEach(this::add);
        policy.clauses().needs().forEach(this::add);
        policy.clauses().then().forEach(this::add);
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Network network -> {}
            case Condition.Hours hours -> {}
            case Condition.Dates dates -> {}
            case Condition.TokenClaim claim -> issuers.add(claim.issuer());
            case Condition.Not not -> add(not.of());
        }
    }

    private void add(Need need) {
        switch (need) {
            case Need.StepUp stepUp -> {}
            case Need.Reason reason -> {}
            case Need.Ticket ticket -> {}
            case Need.BreakGlass glass -> {}
            case Need.Approval approval -> approval.of().forEach(this::add);
        }
    }

    private void add(Approver approver) {
        switch (approver) {
            case Approver.Group group -> subjects.add(new Subject.Group(group.id()));
            case Approver.Person person -> subjects.add(new Subject.Person(person.id()));
            case Approver.Manager manager -> {}
        }
    }

    private void add(Duty duty) {
        switch (duty) {
            case Duty.Tell tell -> add(tell.whom());
        }
    }

    private void add(Duty.Whom whom) {
        switch (whom) {
            case Duty.Whom.Owners owners -> {}
            case Duty.Whom.Group group -> subjects.add(new Subject.Group(group.id()));
            case Duty.Whom.Person person -> subjects.add(new Subject.Person(person.id()));
            case Duty.Whom.Channel channel -> channels.add(channel.id());
        }
    }
}
