// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.engine.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside the form of a policy: what it would say, the same as JSON, and what it would change.
 *
 * @param id empty of a new one
 * @param sentence empty where it says nothing yet
 * @param fault why it says nothing; empty where it does
 * @param byHand whether the document was typed
 * @param policy what was read
 */
record Beside(
        String id,
        long edition,
        String sentence,
        List<String> warnings,
        String fault,
        String json,
        boolean byHand,
        Outlook outlook,
        Optional<Policy> policy) {

    /** Of a form that nobody has changed yet, or that was refused. */
    static Beside of(RuleForm form) {
        return new Beside(
                form.id(),
                form.edition(),
                form.byHand() ? "" : form.sentence(),
                form.byHand() ? List.of() : form.warnings(),
                "",
                form.json(),
                form.byHand(),
                Outlook.NONE,
                Optional.empty());
    }
}
