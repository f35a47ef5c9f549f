// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.documents.PolicyRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** All policies that hold together, as written. The order in which they were given is forgotten. */
public record PolicySet(List<Policy> policies) {
    public static final int MOST_POLICIES = 20_000;

    /** Of subjects and resources, over all policies: it bounds what the index takes. */
    public static final int MOST_PAIRS = 1_000_000;

    public PolicySet {
        PolicyRefused.unless(policies.size() <= MOST_POLICIES, "holds more than " + MOST_POLICIES + " policies");
        PolicyRefused.unless(pairs(policies) <= MOST_PAIRS, "names more than " + MOST_PAIRS + " pairs");
        Set<UUID> ids = new HashSet<>();
        for (Policy policy : policies) {
            PolicyRefused.unless(ids.add(policy.id()), "holds two policies of one id");
        }
        // By text: the order that other programs, which know no signed UUIDs, arrive at too.
        policies = policies.stream()
                .sorted(comparing(policy -> policy.id().toString()))
                .toList();
    }

    /** @throws PolicyRefused where the document is not exactly one of ours; there is no lenient reading */
    public static PolicySet read(byte[] document) {
        return read(document, text -> Optional.empty());
    }

    /** @param spellings in which ids may be written besides their own */
    public static PolicySet read(byte[] document, Function<String, Optional<UUID>> spellings) {
        return PolicyJson.read(document, spellings);
    }

    /** The one spelling of this set: RFC 8785, with every list sorted. */
    public byte[] canonical() {
        return PolicyJson.write(this);
    }

    private static long pairs(List<Policy> policies) {
        return policies.stream()
                .mapToLong(policy -> (long) policy.to().size() * policy.on().size())
                .sum();
    }
}
