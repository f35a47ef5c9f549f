// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import dev.cofactor.ledger.records.Records;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where somebody goes on.
 *
 * @param after the last index he has; none for the beginning
 * @param epoch the one that index is of, if he says
 */
record From(OptionalLong after, OptionalLong epoch) {
    private static final String COUNT = "0|[1-9][0-9]{0,14}";

    static From of(Map<String, List<String>> parameters) {
        if (!Set.of("after", "epoch").containsAll(parameters.keySet())) {
            throw FollowRefused.unknown();
        }
        return new From(one(parameters, "after"), one(parameters, "epoch"));
    }

    private static OptionalLong one(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        if (values.size() > 1 || !values.getFirst().matches(COUNT)) {
            throw FollowRefused.malformed(name);
        }
        return OptionalLong.of(Long.parseLong(values.getFirst()));
    }

    long next() {
        return after.isPresent() ? after.getAsLong() + 1 : 0;
    }

    void mustFit(Records.Head head) {
        if (epoch.isPresent() && epoch.getAsLong() != head.epoch()) {
            throw FollowRefused.otherEpoch(head.epoch());
        }
        if (next() > head.size()) {
            throw FollowRefused.beyond();
        }
    }
}
