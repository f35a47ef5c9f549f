// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.Map;
import java.util.Optional;

/** What people call those and that which policies are about, at one moment. Who or what is not there has no name. */
record Names(Map<Subject, String> subjects, Map<Resource, String> resources) {
    Names {
        subjects = Map.copyOf(subjects);
        resources = Map.copyOf(resources);
    }

    Optional<String> of(Subject subject) {
        return Optional.ofNullable(subjects.get(subject));
    }

    Optional<String> of(Resource resource) {
        return Optional.ofNullable(resources.get(resource));
    }
}
