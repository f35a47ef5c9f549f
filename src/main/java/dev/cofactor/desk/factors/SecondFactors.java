// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whatever people prove themselves with besides a password, and whether rules ask them to. */
@ApplicationScoped
public class SecondFactors {
    private final List<Kind> kinds;
    private final List<Demands> rules;

    SecondFactors(@All List<Kind> kinds, @All List<Demands> rules) {
        this.kinds = kinds;
        this.rules = rules;
    }

    /** One kind of second factor. The room that keeps it answers; in a change, as it is within that change. */
    public interface Kind {
        boolean isEnrolled(UUID person);
    }

    public boolean isEnrolled(UUID person) {
        return kinds.stream().anyMatch(kind -> kind.isEnrolled(person));
    }

    public boolean isDemanded(UUID person) {
        return rules.stream().anyMatch(rule -> rule.factorIsDemanded(person));
    }
}
