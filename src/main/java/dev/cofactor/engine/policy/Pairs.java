// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies by each pair of a subject and a resource that they name, in their order. A question looks for some fifty pairs and
 * finds two: what is not there must cost next to nothing, so all pairs stand in one array of hashes, at most half full, and
 * a hash is compared before anything else is looked at. Two pairs with one hash are told apart like any others.
 */
final class Pairs {
    private record Pair(Subject to, Resource on, List<Policy> policies) {}

    /** Of the pair in the same place; 0 where there is none. */
    private final int[] hashes;

    private final @Nullable Pair[] pairs;

    Pairs(Collection<Policy> policies) {
        int most = 1;
        for (Policy policy : policies) {
            most += policy.to().size() * policy.on().size();
        }
        int size = Integer.highestOneBit(most) * 4;
        hashes = new int[size];
        pairs = new Pair[size];
        for (Policy policy : policies) {
            for (Subject to : policy.to()) {
                int half = half(to);
                for (Resource on : policy.on()) {
                    add(policy, to, on, hash(half, on));
                }
            }
        }
    }

    private void add(Policy policy, Subject to, Resource on, int hash) {
        int at = place(to, on, hash);
        Pair pair = pairs[at];
        if (pair == null) {
            pair = new Pair(to, on, new ArrayList<>(1));
            hashes[at] = hash;
            pairs[at] = pair;
        }
        pair.policies().add(policy);
    }

    /** @param half of the hash, which is the subject's */
    List<Policy> of(Subject to, int half, Resource on) {
        Pair pair = pairs[place(to, on, hash(half, on))];
        return pair == null ? List.of() : pair.policies();
    }

    /** Where the pair is, or would be. */
    private int place(Subject to, Resource on, int hash) {
        int last = hashes.length - 1;
        int at = hash & last;
        while (hashes[at] != 0 && !(hashes[at] == hash && is(pairs[at], to, on))) {
            at = (at + 1) & last;
        }
        return at;
    }

    private static boolean is(@Nullable Pair pair, Subject to, Resource on) {
        return pair != null && pair.to().equals(to) && pair.on().equals(on);
    }

    static int half(Subject to) {
        return to.hashCode() * 0x9E3779B9;
    }

    /** Never 0, and such that ids that differ little lie apart. */
    private static int hash(int half, Resource on) {
        int mixed = (half ^ on.hashCode()) * 0x85EBCA6B;
        mixed ^= mixed >>> 15;
        return mixed == 0 ? 1 : mixed;
    }
}
