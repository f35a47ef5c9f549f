// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.PolicySet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A whole set of policies as somebody sent it. */
final class WholeSet {
    private final byte[] document;

    WholeSet(byte[] document) {
        this.document = document;
    }

    PolicySet policies() {
        return PolicySet.read(document, RuleJson::spelled);
    }

    /**
     * Where a policy stands in it, in the order in which it was written. Read again for that: whoever finds no fault does
     * not need it.
     */
    Function<UUID, String> places() {
        return policy -> {
            List<UUID> ids = List.copyOf(Placed.document(document, RuleJson::spelled)
                    .member("policies")
                    .each(json -> json.member("id").id()));
            return "/policies/" + ids.indexOf(policy);
        };
    }
}
