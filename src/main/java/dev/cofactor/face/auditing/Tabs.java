// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;

/**
 * The pages of this place that somebody may use. A tab that is missing is a courtesy.
 *
 * @param at where one is: events, verify or review
 */
record Tabs(String at, boolean events, boolean review) {
    static Tabs of(Gate gate, Caller caller, String at) {
        View view = gate.view(caller);
        return new Tabs(
                at,
                view.may(Verb.AUDIT_READ, Target.installation()),
                view.may(Verb.ACCESS_REVIEW, Target.installation()));
    }
}
