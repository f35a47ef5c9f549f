// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.PolicyRefused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that one policy asks. Several conditions must all be so; several needs must all be met.
 *
 * <p>Their order says nothing, but whoever finds fault with one can tell which by its place.
 */
public record Clauses(Set<Condition> when, Set<Need> needs, Set<Limit> limits, Set<Duty> then) {
    public static final Clauses NONE = new Clauses(Set.of(), Set.of(), Set.of(), Set.of());

    private static final int MOST = 16;

    public Clauses {
        for (Set<?> one : List.of(when, needs, limits, then)) {
            PolicyRefused.unless(one.size() <= MOST, "holds more than " + MOST + " clauses of a kind");
        }
        when = kept(when);
        needs = kept(needs);
        limits = kept(limits);
        then = kept(then);
    }

    /** Whether it applies in this setting. */
    public Tri test(Setting setting) {
        Tri all = Tri.YES;
        for (Condition condition : when) {
            all = all.and(condition.test(setting));
        }
        return all;
    }

    /** The conditions that are not so, or of which nobody knows. */
    public List<Condition> unmet(Setting setting) {
        List<Condition> unmet = new ArrayList<>();
        for (Condition condition : when) {
            if (condition.test(setting) != Tri.YES) {
                unmet.add(condition);
            }
        }
        return unmet;
    }

    public boolean isNone() {
        return when.isEmpty() && needs.isEmpty() && limits.isEmpty() && then.isEmpty();
    }

    private static <T> Set<T> kept(Set<T> clauses) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(clauses));
    }
}
