// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules that somebody thinks of: a whole set, or those in force with one policy written otherwise, or without one. */
public sealed interface Wanted {
    record Whole(PolicySet policies) implements Wanted {}

    record With(Policy policy) implements Wanted {}

    record Without(UUID policy) implements Wanted {}

    /**
     * As a whole document of policies; as {@code {"policy": …}} with one that has its id; or as {@code {"withdraw": id}}.
     *
     * @throws dev.cofactor.engine.documents.PolicyRefused where it is none of these
     */
    static Wanted read(byte @Nullable [] body) {
        byte[] document = body == null ? new byte[0] : body;
        Placed json = Placed.document(document);
        if (json.optional("format").isPresent()) {
            return new Whole(PolicySet.read(document));
        }
        json.onlyWith("policy", "withdraw");
        Optional<Placed> policy = json.optional("policy");
        Optional<Placed> withdraw = json.optional("withdraw");
        if (policy.isPresent() == withdraw.isPresent()) {
            throw json.refused("holds neither policies nor one policy, or says two things");
        }
        return policy.<Wanted>map(one -> new With(policy(one)))
                .orElseGet(() -> new Without(withdraw.orElseThrow().id()));
    }

    private static Policy policy(Placed json) {
        UUID id = json.member("id").id();
        return json.made(() -> RuleDesk.written(json.alone(), id));
    }

    /** What comes of it. */
    default PolicySet onto(PolicySet now) {
        return switch (this) {
            case Whole whole -> whole.policies();
            case With with -> {
                List<Policy> all = new ArrayList<>(others(now, with.policy().id()));
                all.add(with.policy());
                yield new PolicySet(all);
            }
            case Without without -> new PolicySet(others(now, without.policy()));
        };
    }

    private static List<Policy> others(PolicySet now, UUID policy) {
        return now.policies().stream().filter(one -> !one.id().equals(policy)).toList();
    }
}
