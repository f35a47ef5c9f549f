// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.foresight.Changes.Stand;
import dev.cofactor.engine.foresight.Outlook.Alike;
import dev.cofactor.engine.foresight.Outlook.Reach;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the same of two states, in every cell of both together. */
final class Comparison {
    private final Edition before;
    private final Edition after;
    private final Outlook outlook;
    private final Set<Policy> changed;

    private final List<Shift> gains = new ArrayList<>();
    private final List<Shift> losses = new ArrayList<>();
    private boolean complete = true;
    private int pairs;

    Comparison(Edition before, Edition after, Instant from) {
        this.before = before;
        this.after = after;
        this.outlook = new Outlook(from);
        this.changed = changed(before, after);
    }

    /** As they were and as they are. A name carries no right. */
    private static Set<Policy> changed(Edition before, Edition after) {
        Map<UUID, Policy> was = new HashMap<>();
        before.policies().policies().forEach(policy -> was.put(policy.id(), policy));
        Set<Policy> changed = new LinkedHashSet<>();
        for (Policy policy : after.policies().policies()) {
            Policy old = was.remove(policy.id());
            if (old == null || !isSame(old, policy)) {
                changed.add(policy);
                Stream.ofNullable(old).forEach(changed::add);
            }
        }
        changed.addAll(was.values());
        changed.removeIf(policy -> !policy.isActive());
        return changed;
    }

    private static boolean isSame(Policy one, Policy other) {
        return one.state() == other.state()
                && one.effect() == other.effect()
                && one.actions().equals(other.actions())
                && one.to().equals(other.to())
                && one.on().equals(other.on())
                && one.clauses().equals(other.clauses());
    }

    Changes of(Collection<Stand> stands, Collection<Move> moves, Set<Verb> verbs) {
        for (Verb verb : Verb.values()) {
            if (verbs.contains(verb)) {
                compare(stands, moves, verb);
            }
        }
        return new Changes(gains, losses, complete);
    }

    private void compare(Collection<Stand> stands, Collection<Move> moves, Verb verb) {
        List<Policy> ofVerb = changed.stream()
                .filter(policy -> policy.actions().contains(verb))
                .toList();
        Reach reach = new Reach(ofVerb);
        boolean allStand = stands.stream().allMatch(stand -> stand.before().equals(stand.after()));
        List<Move> asked = moves.stream()
                .filter(move -> Changes.isAsked(verb, move.before()) || Changes.isAsked(verb, move.after()))
                .filter(move -> !allStand
                        || !move.before().equals(move.after())
                        || !reach.reaching(move).isEmpty())
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        List<Goal> goals = asked.stream()
                .flatMap(move -> Stream.of(move.before(), move.after()))
                .toList();
        Alike alike = new Alike(List.of(before, after), verb, goals);
        List<Moves> groups = grouped(asked, reach, alike);
        for (List<Stand> alikeStands : grouped(stands, alike, goals)) {
            compare(alikeStands, groups, verb, ofVerb, alike);
        }
    }

    /**
     * Those that are alike.
     *
     * @param stay whether what tells them apart is as it was
     * @param reaching those of the changed policies that mean them
     */
    private record Moves(List<Move> all, boolean stay, Set<Policy> reaching) {}

    private static List<Moves> grouped(Collection<Move> moves, Reach reach, Alike alike) {
        Map<Object, List<Move>> groups = new LinkedHashMap<>();
        moves.forEach(move -> groups.computeIfAbsent(
                        List.of(alike.key(move.before()), alike.key(move.after())), k -> new ArrayList<>())
                .add(move));
        return groups.values().stream()
                .map(all -> {
                    Move one = all.getFirst();
                    boolean stay = alike.key(one.before()).equals(alike.key(one.after()));
                    return new Moves(all, stay, reach.reaching(one));
                })
                .toList();
    }

    /** Whoever has a personal folder among the goals is like nobody else. */
    private static Collection<List<Stand>> grouped(Collection<Stand> stands, Alike alike, List<Goal> goals) {
        Set<UUID> owners = new HashSet<>();
        goals.forEach(goal -> Stream.ofNullable(goal.owner()).forEach(owners::add));
        Map<Object, List<Stand>> groups = new LinkedHashMap<>();
        for (Stand stand : stands) {
            List<Object> key = new ArrayList<>(List.of(alike.key(stand.before()), alike.key(stand.after())));
            Stream.of(stand.before(), stand.after())
                    .flatMap(seeker -> seeker.asker().sides().stream())
                    .map(Asker::id)
                    .filter(owners::contains)
                    .forEach(key::add);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(stand);
        }
        return groups.values();
    }

    private void compare(List<Stand> stands, List<Moves> groups, Verb verb, List<Policy> ofVerb, Alike alike) {
        Stand one = stands.getFirst();
        Set<Policy> meant = Collections.newSetFromMap(new IdentityHashMap<>());
        ofVerb.stream()
                .filter(policy ->
                        one.before().isMeantBy(policy.to()) || one.after().isMeantBy(policy.to()))
                .forEach(meant::add);
        boolean stays = alike.key(one.before()).equals(alike.key(one.after()));
        Stand narrowed = new Stand(alike.narrowed(one.before()), alike.narrowed(one.after()));
        Shifted shifted = Shifted.NOT;
        for (Moves moves : groups) {
            if (stays && moves.stay() && Collections.disjoint(meant, moves.reaching())) {
                continue;
            }
            if (pairs++ >= Changes.MOST_PAIRS) {
                complete = false;
                break;
            }
            Shifted found = shifted(narrowed, moves.all().getFirst(), verb, alike);
            shifted = shifted.and(found, moves.all().size());
        }
        shifted.tell(this, stands, verb);
    }

    /** Where one asker can do more, and where less, with what he showed there. */
    private record Point(Move move, Set<Subject.Claim> claims, Circumstances here) {}

    private record Shifted(@Nullable Point gain, @Nullable Point loss, int gained, int lost) {
        static final Shifted NOT = new Shifted(null, null, 0, 0);

        Shifted and(Shifted other, int goals) {
            return new Shifted(
                    gain == null ? other.gain : gain,
                    loss == null ? other.loss : loss,
                    other.gain == null ? gained : gained + goals,
                    other.loss == null ? lost : lost + goals);
        }

        void tell(Comparison comparison, List<Stand> stands, Verb verb) {
            for (Stand stand : stands) {
                Stream.ofNullable(gain)
                        .map(point -> comparison.shift(stand, point, verb, gained, true))
                        .forEach(comparison.gains::add);
                Stream.ofNullable(loss)
                        .map(point -> comparison.shift(stand, point, verb, lost, false))
                        .forEach(comparison.losses::add);
            }
        }
    }

    private Shifted shifted(Stand stand, Move move, Verb verb, Alike alike) {
        Edition was = alike.narrowed(before);
        Edition becomes = alike.narrowed(after);
        Claimed then = Outlook.claimed(stand.before(), verb, move.before(), Stream.of(was, becomes));
        Claimed now = Outlook.claimed(stand.after(), verb, move.after(), Stream.of(was, becomes));
        complete &= then.exact() && now.exact();
        Set<Set<Subject.Claim>> claimed = new LinkedHashSet<>(then.all());
        claimed.addAll(now.all());
        Shifted shifted = Shifted.NOT;
        for (Set<Subject.Claim> claims : claimed) {
            shifted = shifted.and(
                    shifted(
                            new Asked(was, stand.before(), move.before()),
                            new Asked(becomes, stand.after(), move.after()),
                            verb,
                            claims,
                            move),
                    0);
        }
        return shifted;
    }

    private record Asked(Edition edition, Seeker seeker, Goal goal) {}

    private Shifted shifted(Asked then, Asked now, Verb verb, Set<Subject.Claim> claims, Move move) {
        Question was = question(then.seeker(), claims, verb, then.goal());
        Question becomes = question(now.seeker(), claims, verb, now.goal());
        Set<Policy> mattering = Outlook.mattering(then.edition(), was.asker(), verb, was.target());
        mattering.addAll(Outlook.mattering(now.edition(), becomes.asker(), verb, becomes.target()));
        Cells cells = outlook.cells(mattering);
        complete &= cells.exact();
        Point gain = null;
        Point loss = null;
        for (Circumstances here : cells.all()) {
            Decision past = then.edition().decide(at(was, here));
            Decision next = now.edition().decide(at(becomes, here));
            gain = gain == null && Strength.isMore(next, past) ? new Point(move, claims, here) : gain;
            loss = loss == null && Strength.isMore(past, next) ? new Point(move, claims, here) : loss;
            if (gain != null && loss != null) {
                break;
            }
        }
        return new Shifted(gain, loss, 0, 0);
    }

    private static Question question(Seeker seeker, Set<Subject.Claim> claims, Verb verb, Goal goal) {
        Asker asker = seeker.showing(claims);
        return new Question(asker, verb, goal.seenBy(asker), new Circumstances(null, null));
    }

    private Shift shift(Stand stand, Point point, Verb verb, int goals, boolean gain) {
        Question was =
                at(question(stand.before(), point.claims(), verb, point.move().before()), point.here());
        Question becomes =
                at(question(stand.after(), point.claims(), verb, point.move().after()), point.here());
        return new Shift(
                gain ? stand.after() : stand.before(),
                verb,
                goals,
                gain ? point.move().after() : point.move().before(),
                was,
                before.decide(was),
                becomes,
                after.decide(becomes));
    }

    private static Question at(Question question, Circumstances here) {
        return new Question(question.asker(), question.verb(), question.target(), here);
    }
}
