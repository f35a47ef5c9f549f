// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;

/**
 * The pages of this place that somebody may use. A tab that is missing is a courtesy.
 *
 * @param at where one is: condition, keys or channels
 */
record Tabs(String at, boolean settings, boolean keys, boolean bundles) {
    static Tabs of(Gate gate, Caller caller, String at) {
        View view = gate.view(caller);
        return new Tabs(
                at,
                view.may(Verb.SETTINGS_EDIT, Target.installation()),
                view.may(Verb.KEY_ROTATE, Target.installation()),
                view.may(Verb.BUNDLE_SEAL, Target.installation()));
    }
}
