// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Whether all that a policy is about is there: a mistyped id would be a rule about nobody, and look like one about somebody. */
final class Standing {
    private static final String NOBODY = "names nobody who is there";

    private final Names names;

    private Standing(Names names) {
        this.names = names;
    }

    /** @throws PolicyRefused at the first that is not there, by its place in the policy as it was written */
    static void require(Policy policy, Names names) {
        Standing standing = new Standing(names);
        each(policy.to(), "/to/", standing::require);
        each(policy.on(), "/on/", standing::require);
        each(policy.clauses().when(), "/when/", standing::require);
        each(policy.clauses().needs(), "/needs/", standing::require);
        each(policy.clauses().then(), "/then/", standing::require);
    }

    /** Their order says nothing, but is kept as it was written. */
    private static <T> void each(Collection<T> all, String place, BiConsumer<T, String> require) {
        int at = 0;
        for (T one : all) {
            require.accept(one, place + at++);
        }
    }

    private void require(Subject subject, String place) {
        boolean there = switch (subject) {
            case Subject.Person person -> names.of(person).isPresent();
            case Subject.Group group -> names.of(group).isPresent();
            case Subject.Service service -> names.of(service).isPresent();
            case Subject.Token token -> names.of(token).isPresent();
            case Subject.Agent agent -> names.of(agent).isPresent();
            case Subject.Claim claim -> names.of(claim).isPresent();
            case Subject.Anyone anyone -> true;
        };
        unless(there, place, NOBODY);
    }

    private void require(Resource resource, String place) {
        boolean there = switch (resource) {
            case Resource.Secret secret -> names.of(secret).isPresent();
            case Resource.Folder folder -> names.of(folder).isPresent();
            case Resource.Tag tag -> names.of(tag).isPresent();
            case Resource.Template template -> names.of(template).isPresent();
            case Resource.OwnPersonalFolder own -> true;
            case Resource.Everything everything -> true;
        };
        unless(there, place, "names nothing that is there");
    }

    private void require(Condition condition, String place) {
        switch (condition) {
            case Condition.Network network -> {}
            case Condition.Hours hours -> {}
            case Condition.Dates dates -> {}
            case Condition.TokenClaim claim ->
                unless(names.of(claim).isPresent(), place + "/issuer", "names no federation that is there");
            case Condition.Not not -> require(not.of(), place + "/of");
        }
    }

    private void require(Need need, String place) {
        switch (need) {
            case Need.StepUp stepUp -> {}
            case Need.Reason reason -> {}
            case Need.Ticket ticket -> {}
            case Need.BreakGlass glass -> {}
            case Need.Approval approval -> each(approval.of(), place + "/of/", this::require);
        }
    }

    private void require(Approver approver, String place) {
        boolean there = switch (approver) {
            case Approver.Group group -> names.of(group).isPresent();
            case Approver.Person person -> names.of(person).isPresent();
            case Approver.Manager manager -> true;
        };
        unless(there, place, NOBODY);
    }

    private void require(Duty duty, String place) {
        switch (duty) {
            case Duty.Tell tell -> unless(isThere(tell.whom()), place + "/whom", "names nobody who could be told");
        }
    }

    private boolean isThere(Duty.Whom whom) {
        return switch (whom) {
            case Duty.Whom.Owners owners -> true;
            case Duty.Whom.Group group -> names.of(group).isPresent();
            case Duty.Whom.Person person -> names.of(person).isPresent();
            case Duty.Whom.Channel channel -> names.of(channel).isPresent();
        };
    }

    private static void unless(boolean there, String place, String reason) {
        if (!there) {
            throw new PolicyRefused(place, reason);
        }
    }
}
