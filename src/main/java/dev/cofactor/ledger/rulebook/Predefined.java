// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.Arrays;
import java.util.Set;

/**
 * What the first edition says. No role fetches, takes or reveals anything that is shared, and none reads, erases or seals
 * more than is said here: the installation's own people write those policies.
 */
final class Predefined {
    private Predefined() {}

    static PolicySet policies() {
        return new PolicySet(
                Arrays.stream(Role.values()).map(Predefined::policy).toList());
    }

    private static Policy policy(Role role) {
        return new Policy(
                role.policy(),
                name(role),
                Effect.ALLOW,
                verbs(role),
                Set.of(new Subject.Group(role.group())),
                Set.of(
                        switch (role) {
                            case ADMINISTRATOR, TEMPLATE_AUTHOR, POLICY_AUTHOR, APPROVER, AUDITOR ->
                                new Resource.Everything();
                            case USER -> new Resource.OwnPersonalFolder();
                        }));
    }

    private static String name(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "Administrators run the installation";
            case TEMPLATE_AUTHOR -> "Template authors edit templates";
            case POLICY_AUTHOR -> "Policy authors edit policies";
            case APPROVER -> "Approvers decide requests";
            case AUDITOR -> "Auditors read the log and review access";
            case USER -> "Everyone keeps a personal folder";
        };
    }

    private static Set<Verb> verbs(Role role) {
        return switch (role) {
            case ADMINISTRATOR ->
                Set.of(
                        Verb.SECRET_EDIT,
                        Verb.FOLDER_EDIT,
                        Verb.TEMPLATE_EDIT,
                        Verb.POLICY_EDIT,
                        Verb.PEOPLE_EDIT,
                        Verb.MACHINE_EDIT,
                        Verb.SETTINGS_EDIT,
                        Verb.SECRET_CREATE,
                        Verb.SECRET_MOVE,
                        Verb.SECRET_TAG,
                        Verb.SECRET_DELETE,
                        Verb.SEED_OVERWRITE,
                        Verb.KEY_ROTATE,
                        Verb.FACTOR_RESET);
            case TEMPLATE_AUTHOR -> Set.of(Verb.TEMPLATE_EDIT);
            case POLICY_AUTHOR -> Set.of(Verb.POLICY_EDIT);
            case APPROVER -> Set.of(Verb.APPROVAL_DECIDE);
            case AUDITOR -> Set.of(Verb.AUDIT_READ, Verb.ACCESS_REVIEW);
            case USER ->
                Arrays.stream(Verb.values())
                        .filter(verb -> verb.about() == Verb.About.SECRET)
                        .collect(toUnmodifiableSet());
        };
    }
}
