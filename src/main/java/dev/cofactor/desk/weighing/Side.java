// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.foresight.Gains;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Edition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that counts on one side of a change: as whom its author may come, what the rules are, and where things lie. */
public record Side(List<Seeker> seekers, Edition edition, List<Thing> things) {

    /** Whether the author is the same to the same rules: then only where things lie can make a difference. */
    boolean isLike(Side other) {
        return seekers.equals(other.seekers) && edition.hash().equals(other.edition.hash());
    }

    /**
     * What the author could do on the other side and not on this one, to what is there on both. Whoever he comes as then has to
     * be covered by one of those that he came as before, as a whole: two halves are not added up.
     */
    List<Gain> gains(Side after, Instant from) {
        Map<UUID, Thing> were = things.stream().collect(toMap(Thing::id, Function.identity(), (a, b) -> a));
        Map<UUID, Thing> are = after.things.stream()
                .filter(thing -> were.containsKey(thing.id()))
                .collect(toMap(Thing::id, Function.identity(), (a, b) -> a));
        List<Move> moves = were.values().stream()
                .flatMap(was -> Stream.ofNullable(are.get(was.id())).map(then -> new Move(was.goal(), then.goal())))
                .toList();
        Map<Object, Thing> byGoal = are.values().stream().collect(toMap(Thing::goal, Function.identity(), (a, b) -> a));
        List<Gain> gains = new ArrayList<>();
        for (Seeker then : after.seekers) {
            gains.addAll(gains(then, after, moves, byGoal, from));
        }
        return gains;
    }

    private List<Gain> gains(Seeker then, Side after, List<Move> moves, Map<Object, Thing> byGoal, Instant from) {
        List<Gain> least = List.of();
        for (Seeker was : inOrder(then)) {
            Gains more = Gains.of(was, then, edition, after.edition, moves, from);
            if (more.isNothing()) {
                return List.of();
            }
            if (least.isEmpty()) {
                least = told(more, byGoal);
            }
        }
        return least;
    }

    /** Himself first: what he gains is told as against what he was. */
    private List<Seeker> inOrder(Seeker then) {
        List<Seeker> order = new ArrayList<>(seekers);
        order.sort((one, other) ->
                Boolean.compare(other.id().equals(then.id()), one.id().equals(then.id())));
        return order;
    }

    private static List<Gain> told(Gains gains, Map<Object, Thing> byGoal) {
        List<Gain> told = new ArrayList<>(gains.gains().stream()
                .map(shift -> Gain.of(shift.verb(), byGoal.getOrDefault(shift.goal(), Thing.installation())))
                .toList());
        if (told.isEmpty()) {
            told.add(Gain.UNTOLD);
        }
        return told;
    }
}
