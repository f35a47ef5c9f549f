// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Who may know what the rules come to for others: whoever reviews access, and whoever edits policies. */
@ApplicationScoped
class Admission {
    private final Gate gate;

    Admission(Gate gate) {
        this.gate = gate;
    }

    /** Returns for him alone, before what he sent is read; that somebody else asked is on the log. */
    void require(Caller caller) {
        boolean reviews = gate.view(caller).may(Verb.ACCESS_REVIEW, Target.installation());
        gate.admit(caller, reviews ? Verb.ACCESS_REVIEW : Verb.POLICY_EDIT, () -> Optional.of(rules()));
    }

    static Sight rules() {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.POLICY, Rulebook.ID), Map.of());
    }
}
