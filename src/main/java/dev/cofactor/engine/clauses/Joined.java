// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.clauses.Need.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Needs of several policies, put together: the strictest of each kind, in an order that does not depend on theirs. */
public final class Joined {
    private Joined() {}

    /** @return nothing, where they contradict each other and nobody can ever meet all of them */
    public static Optional<List<Need>> of(Collection<Need> needs) {
        if (needs.size() < 2) {
            return Optional.of(List.copyOf(needs));
        }
        Need.@Nullable StepUp stepUp = null;
        Need.@Nullable Reason reason = null;
        Need.@Nullable BreakGlass glass = null;
        Set<Need> others = new LinkedHashSet<>();
        for (Need need : needs) {
            switch (need) {
                case Need.StepUp one -> {
                    Optional<Need.StepUp> both = stepUp == null ? Optional.of(one) : both(stepUp, one);
                    if (both.isEmpty()) {
                        return Optional.empty();
                    }
                    stepUp = both.get();
                }
                case Need.Reason one -> reason = reason == null || reason.atLeast() < one.atLeast() ? one : reason;
                case Need.BreakGlass one -> glass = glass == null ? one : both(glass, one);
                case Need.Ticket one -> {
                    if (!goesWith(others, one.form())) {
                        return Optional.empty();
                    }
                    others.add(one);
                }
                case Need.Approval one -> others.add(one);
            }
        }
        List<Need> joined = new ArrayList<>();
        add(joined, reason);
        others.stream().sorted(Comparator.comparing(ClauseJson::spelled)).forEach(joined::add);
        add(joined, stepUp);
        add(joined, glass);
        return Optional.of(List.copyOf(joined));
    }

    /**
     * What has to be approved, by its content: another clause has another hash, so what was granted for this one does not count
     * for it.
     */
    public static Optional<String> clause(Collection<Need> needs) {
        Set<String> asked = new TreeSet<>();
        for (Need need : needs) {
            if (need instanceof Need.Approval || need instanceof Need.BreakGlass) {
                asked.add(ClauseJson.spelled(need));
            }
        }
        return asked.isEmpty() ? Optional.empty() : Optional.of(sha256(String.join("\n", asked)));
    }

    /** What it takes to meet them: somebody else's time weighs more than one's own, and an emergency more than all. */
    public static int cost(Collection<Need> needs) {
        int cost = 0;
        for (Need need : needs) {
            cost += cost(need);
        }
        return cost;
    }

    private static int cost(Need need) {
        return switch (need) {
            case Need.Reason reason -> 1;
            case Need.Ticket ticket -> 10;
            case Need.StepUp stepUp -> 100;
            case Need.Approval approval -> 1_000 * approval.quorum();
            case Need.BreakGlass glass -> 1_000_000;
        };
    }

    /** One ticket is named, so it has to fit them all. Of forms with one star it is enough that any two go together. */
    private static boolean goesWith(Collection<Need> others, Glob form) {
        return others.stream().allMatch(other -> !(other instanceof Need.Ticket ticket) || ticket.form().meets(form));
    }

    private static Optional<Need.StepUp> both(Need.StepUp one, Need.StepUp other) {
        Set<Method> methods = new TreeSet<>(one.methods().isEmpty() ? other.methods() : one.methods());
        if (!one.methods().isEmpty() && !other.methods().isEmpty()) {
            methods.retainAll(other.methods());
            if (methods.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Need.StepUp(shorter(one.within(), other.within()), methods));
    }

    private static Need.BreakGlass both(Need.BreakGlass one, Need.BreakGlass other) {
        return new Need.BreakGlass(
                Math.max(one.atLeast(), other.atLeast()),
                shorter(one.validFor(), other.validFor()),
                Math.min(one.uses(), other.uses()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static void add(List<Need> joined, @Nullable Need need) {
        if (need != null) {
            joined.add(need);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }
}
