// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that open issuers could say of somebody, as far as these policies tell it apart: for each claim no value, one, or
 * several. A pattern asks for a beginning and an end alone, so each pair of them, with something between that nobody asks
 * for and laid over each other in every way, meets whatever any value could.
 */
record Claimed(List<Set<Subject.Claim>> all, boolean exact) {
    private static final int MOST = 256;
    private static final int MOST_VALUES = 20_000;

    private static final Claimed NONE = new Claimed(List.of(Set.of()), true);

    static Claimed of(Set<UUID> openTo, Collection<Policy> policies) {
        if (openTo.isEmpty()) {
            return NONE;
        }
        Map<Name, Set<Test>> asked = new LinkedHashMap<>();
        policies.forEach(policy -> tests(policy).forEach((name, tests) -> {
            if (openTo.contains(name.issuer())) {
                asked.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(tests);
            }
        }));
        Claimed combined = NONE;
        for (Map.Entry<Name, Set<Test>> one : asked.entrySet()) {
            combined = combined.with(one.getKey(), values(List.copyOf(one.getValue())));
        }
        return combined;
    }

    private Claimed with(Name name, Values values) {
        List<Set<Subject.Claim>> more = new ArrayList<>();
        for (Set<Subject.Claim> some : all) {
            for (Set<String> value : values.sets()) {
                if (more.size() == MOST) {
                    return new Claimed(more, false);
                }
                Set<Subject.Claim> claims = new HashSet<>(some);
                value.forEach(text -> claims.add(new Subject.Claim(name.issuer(), name.name(), text)));
                more.add(claims);
            }
        }
        return new Claimed(more, exact && values.exact());
    }

    private record Name(UUID issuer, String name) {}

    private record Values(List<Set<String>> sets, boolean exact) {}

    /** What one policy asks of a value. */
    private sealed interface Test {
        record Is(String text) implements Test {}

        record Like(Set<Glob> any) implements Test {}

        default boolean passes(String value) {
            return switch (this) {
                case Is is -> is.text.equals(value);
                case Like like -> like.any.stream().anyMatch(glob -> glob.matches(value));
            };
        }
    }

    private static Map<Name, Set<Test>> tests(Policy policy) {
        Map<Name, Set<Test>> tests = new HashMap<>();
        for (Subject subject : policy.to()) {
            if (subject instanceof Subject.Claim claim) {
                tests.computeIfAbsent(new Name(claim.issuer(), claim.name()), n -> new HashSet<>())
                        .add(new Test.Is(claim.value()));
            }
        }
        for (Condition condition : policy.clauses().when()) {
            if (Cells.plain(condition) instanceof Condition.TokenClaim claim) {
                tests.computeIfAbsent(new Name(claim.issuer(), claim.name()), n -> new HashSet<>())
                        .add(new Test.Like(claim.values()));
            }
        }
        return tests;
    }

    /** A token may hold several values of one claim, and then passes whatever any of them does. */
    private static Values values(List<Test> tests) {
        Set<String> witnesses = witnesses(tests);
        Map<BitSet, Set<String>> sets = new LinkedHashMap<>(Map.of(new BitSet(), Set.of()));
        for (String value : witnesses) {
            BitSet passed = passed(value, tests);
            for (Map.Entry<BitSet, Set<String>> known : List.copyOf(sets.entrySet())) {
                BitSet both = (BitSet) known.getKey().clone();
                both.or(passed);
                if (!sets.containsKey(both)) {
                    Set<String> more = new HashSet<>(known.getValue());
                    more.add(value);
                    sets.put(both, more);
                }
            }
            if (sets.size() > MOST) {
                return new Values(List.copyOf(sets.values()), false);
            }
        }
        return new Values(List.copyOf(sets.values()), witnesses.size() < MOST_VALUES);
    }

    private static BitSet passed(String value, List<Test> tests) {
        return IntStream.range(0, tests.size())
                .filter(at -> tests.get(at).passes(value))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static Set<String> witnesses(List<Test> tests) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> beginnings = new LinkedHashSet<>(Set.of(""));
        Set<String> ends = new LinkedHashSet<>(Set.of(""));
        for (Test test : tests) {
            switch (test) {
                case Test.Is is -> found.add(is.text());
                case Test.Like like -> like.any().forEach(glob -> take(glob.text(), found, beginnings, ends));
            }
        }
        String between = unasked(String.join("", found) + String.join("", beginnings) + String.join("", ends));
        for (String beginning : beginnings) {
            for (String end : ends) {
                found.add(beginning + between + end);
                laidOver(beginning, end, found);
                if (found.size() >= MOST_VALUES) {
                    return found;
                }
            }
        }
        return found.stream().filter(Claimed::canBeSaid).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void take(String glob, Set<String> whole, Set<String> beginnings, Set<String> ends) {
        int star = glob.indexOf('*');
        if (star < 0) {
            whole.add(glob);
        } else {
            beginnings.add(glob.substring(0, star));
            ends.add(glob.substring(star + 1));
        }
    }

    private static void laidOver(String beginning, String end, Set<String> found) {
        for (int shared = 1; shared <= Math.min(beginning.length(), end.length()); shared++) {
            if (beginning.endsWith(end.substring(0, shared))) {
                found.add(beginning + end.substring(shared));
            }
        }
    }

    /** A character that nobody asks for. */
    private static String unasked(String asked) {
        Predicate<String> isNew = one -> !asked.contains(one);
        Optional<String> found = IntStream.concat(
                        IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('\uE000', '\uF8FF'))
                .mapToObj(Character::toString)
                .filter(isNew)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("patterns hold fewer characters than there are"));
    }

    private static boolean canBeSaid(String value) {
        try {
            PolicyRefused.unlessText(value, Policy.LONGEST_TEXT);
            return true;
        } catch (PolicyRefused e) {
            return false;
        }
    }
}
