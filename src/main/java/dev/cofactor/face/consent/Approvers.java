// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Whom one asks, in words: groups and people by name, as they are called now. */
@Singleton
class Approvers {
    private final People people;
    private final Groups groups;

    Approvers(People people, Groups groups) {
        this.people = people;
        this.groups = groups;
    }

    /**
     * "Needs one approval by Security, and 2 by Operations or your manager."
     *
     * @param manager what the asker's manager is called here
     */
    String wanted(List<Need.Approval> approvals, String manager) {
        List<String> each = approvals.stream()
                .map(one -> quorum(one.quorum()) + " by " + names(one, manager))
                .toList();
        return "Needs " + String.join(", and ", each) + ".";
    }

    /** All whom any of these names. */
    String names(List<Need.Approval> approvals, String manager) {
        return Wording.and(approvals.stream()
                .flatMap(one -> one.of().stream())
                .distinct()
                .map(one -> name(one, manager))
                .sorted()
                .toList());
    }

    /** What one would have: where several are needed, the least that any of them gives. */
    static String given(List<Need.Approval> approvals) {
        return given(validFor(approvals), uses(approvals));
    }

    static Duration validFor(List<Need.Approval> approvals) {
        return approvals.stream()
                .map(Need.Approval::validFor)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    static int uses(List<Need.Approval> approvals) {
        return approvals.stream().mapToInt(Need.Approval::uses).min().orElse(0);
    }

    static String given(Duration time, int uses) {
        return Wording.count(uses, "use") + " within " + Wording.time(time);
    }

    static Duration decided(List<Need.Approval> approvals) {
        return approvals.stream()
                .map(Need.Approval::decideWithin)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static String quorum(int number) {
        return number == 1 ? "one approval" : String.format(Locale.ROOT, "%d approvals", number);
    }

    private String names(Need.Approval approval, String manager) {
        return Wording.or(
                approval.of().stream().map(one -> name(one, manager)).sorted().toList());
    }

    private String name(Approver approver, String manager) {
        return switch (approver) {
            case Approver.Group group ->
                groups.find(group.id()).map(Group::name).map(Wording::apart).orElse("a group that is gone");
            case Approver.Person person ->
                people.find(person.id())
                        .map(Person::displayName)
                        .map(Wording::apart)
                        .orElse("somebody who is gone");
            case Approver.Manager theirs -> manager;
        };
    }
}
