// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.records.Filter;
import dev.cofactor.ledger.records.Paging;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What somebody looks for, as its parameters say it. One that is not known here is refused, never overlooked: whoever
 * misspells a condition would take everything for what he asked for. No refusal repeats what was sent.
 */
public record Question(Filter filter, Paging paging, Details shape) {
    private static final Set<String> CONDITIONS =
            Set.of("actor", "class", "about", "outcome", "from", "until", "address");
    private static final Set<String> PAGES = Set.of("before", "after", "limit");
    private static final int USUAL = 100;

    /** @param paged whether a page is asked for, as against all there is */
    public static Question of(Map<String, List<String>> parameters, boolean paged) {
        for (String name : parameters.keySet()) {
            if (!CONDITIONS.contains(name) && !(paged && PAGES.contains(name))) {
                throw unknown();
            }
        }
        Filter filter = filter(parameters);
        return new Question(filter, paging(parameters), shape(filter, parameters.keySet()));
    }

    static void requireNone(Map<String, List<String>> parameters) {
        if (!parameters.isEmpty()) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.INVALID, "unknown-parameter", "there is a parameter that is not known here");
    }

    private static Filter filter(Map<String, List<String>> given) {
        return new Filter(
                one(given, "actor", Literals::id),
                one(given, "about", Literals::id),
                Optional.empty(),
                some(given, "class", EventClass.values(), EventClass::word),
                some(given, "outcome", Outcome.values(), Outcome::word),
                one(given, "from", Literals::time),
                one(given, "until", Literals::time),
                one(given, "address", Literals::address));
    }

    private static Paging paging(Map<String, List<String>> given) {
        Optional<Long> before = one(given, "before", Literals::count);
        Optional<Long> after = one(given, "after", Literals::count);
        if (before.isPresent() && after.isPresent()) {
            throw malformed("after");
        }
        int limit = one(given, "limit", Literals::count)
                .map(most -> {
                    if (most < 1 || most > Paging.MOST) {
                        throw malformed("limit");
                    }
                    return Math.toIntExact(most);
                })
                .orElse(USUAL);
        OptionalLong beyond = before.or(() -> after).map(OptionalLong::of).orElse(OptionalLong.empty());
        return new Paging(after.isPresent(), beyond, limit);
    }

    /** Ids and times, and the names of the other parts: what was looked for stands on the log, an address does not. */
    private static Details shape(Filter filter, Set<String> parts) {
        List<String> others = Stream.of(filter.actor(), filter.about())
                .flatMap(Optional::stream)
                .map(UUID::toString)
                .toList();
        Details shape = Details.none().with(Details.Name.PARTS, new TreeSet<>(parts));
        return (others.isEmpty() ? shape : shape.with(Details.Name.OTHER, others))
                .with(Details.Name.FROM, filter.from().map(Instant::toString))
                .with(Details.Name.UNTIL, filter.until().map(Instant::toString));
    }

    private static <T> Optional<T> one(
            Map<String, List<String>> given, String name, Function<String, Optional<T>> reader) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw malformed(name);
        }
        return Optional.of(reader.apply(values.getFirst()).orElseThrow(() -> malformed(name)));
    }

    private static <E extends Enum<E>> Set<E> some(
            Map<String, List<String>> given, String name, E[] all, Function<E, String> word) {
        Set<E> found = new LinkedHashSet<>();
        for (String value : given.getOrDefault(name, List.of())) {
            found.add(Arrays.stream(all)
                    .filter(each -> word.apply(each).equals(value))
                    .findFirst()
                    .orElseThrow(() -> malformed(name)));
        }
        return found;
    }

    /** @param name one of ours, whatever the caller wrote */
    private static Problem malformed(String name) {
        return new Malformed(name);
    }

    private static final class Malformed extends Problem {
        private static final long serialVersionUID = 1;

        Malformed(String name) {
            super(
                    Kind.INVALID,
                    "malformed-parameter",
                    "a parameter is not as it should be, or there are too many of it",
                    null,
                    Map.of("parameter", name),
                    null);
        }
    }
}
