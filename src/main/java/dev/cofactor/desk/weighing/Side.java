// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** All that counts on one side of a change: as whom its author may come, what the rules are, and where things lie. */
public record Side(List<Asker> askers, Edition edition, List<Thing> things) {

    /** Whether the author is the same to the same rules: then only where things lie can make a difference. */
    boolean isLike(Side other) {
        return askers.equals(other.askers) && edition.hash().equals(other.edition.hash());
    }

    /**
     * What the author could do on the other side and not on this one, to what is there on both. Of things that no policy
     * tells apart, one stands for all.
     */
    List<Gain> gains(Side after) {
        Map<UUID, Thing> were = things.stream().collect(toMap(Thing::id, thing -> thing, (a, b) -> a));
        Set<Resource> named = new HashSet<>(named(edition));
        named.addAll(named(after.edition));
        List<Gain> gains = new ArrayList<>();
        Map<List<Object>, Boolean> judged = new HashMap<>();
        for (Thing then : after.things) {
            Optional<Thing> was = Optional.ofNullable(were.get(then.id()));
            if (was.isPresent()) {
                List<Object> like = List.of(
                        then.sort(), likeness(was.get(), named), likeness(then, named));
                if (judged.putIfAbsent(like, true) == null) {
                    gained(was.get(), then, after).forEach(gains::add);
                }
            }
        }
        return gains;
    }

    private Stream<Gain> gained(Thing was, Thing then, Side after) {
        return Stream.of(Verb.values())
                .filter(verb -> after.powers(verb, then).stream()
                        .anyMatch(power -> powers(verb, was).stream().noneMatch(before -> before.covers(power))))
                .map(verb -> Gain.of(verb, then));
    }

    private List<Power> powers(Verb verb, Thing thing) {
        return askers.stream()
                .map(asker -> Power.of(asker, verb, thing.seenBy(asker), edition))
                .filter(power -> !power.isNone())
                .toList();
    }

    private List<Object> likeness(Thing thing, Set<Resource> named) {
        return List.of(
                thing.at().resources().stream().filter(named::contains).collect(toSet()),
                thing.personalOf().map(person -> askers.stream().anyMatch(asker -> asker.id().equals(person))
                        ? person.toString()
                        : "another's").orElse(""));
    }

    private static Set<Resource> named(Edition edition) {
        return edition.policies().policies().stream()
                .map(Policy::on)
                .flatMap(Set::stream)
                .collect(toSet());
    }
}
