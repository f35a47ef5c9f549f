// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call those and that which policies are about, at one moment. Who or what is not there has no name. */
public record Names(Map<Subject, String> subjects, Map<Resource, String> resources) {
    public Names {
        subjects = Map.copyOf(subjects);
        resources = Map.copyOf(resources);
    }

    Names and(Names more) {
        Map<Subject, String> to = new HashMap<>(subjects);
        to.putAll(more.subjects);
        Map<Resource, String> on = new HashMap<>(resources);
        on.putAll(more.resources);
        return new Names(to, on);
    }

    public Optional<String> of(Subject subject) {
        return Optional.ofNullable(subjects.get(subject));
    }

    public Optional<String> of(Resource resource) {
        return Optional.ofNullable(resources.get(resource));
    }
}
