// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.foresight.Changes.Stand;
import dev.cofactor.engine.foresight.Outlook.Alike;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
        boolean allStays = ofVerb.isEmpty()
                && stands.stream().allMatch(stand -> stand.before().equals(stand.after()))
                && moves.stream().allMatch(move -> move.before().equals(move.after()));
        if (allStays) {
            return;
        }
        List<Goal> goals = moves.stream()
                .flatMap(move -> Stream.of(move.before(), move.after()))
                .toList();
        Alike alike = new Alike(List.of(before, after), verb, goals);
        Collection<List<Move>> alikeMoves = grouped(moves, verb, alike);
        for (List<Stand> alikeStands : grouped(stands, alike, goals)) {
            compare(alikeStands, alikeMoves, verb, ofVerb, alike);
        }
    }

    private static Collection<List<Move>> grouped(Collection<Move> moves, Verb verb, Alike alike) {
        Map<Object, List<Move>> groups = new LinkedHashMap<>();
        moves.stream()
                .filter(move -> Changes.isAsked(verb, move.before()) || Changes.isAsked(verb, move.after()))
                .forEach(move -> groups.computeIfAbsent(
                                List.of(alike.key(move.before()), alike.key(move.after())), k -> new ArrayList<>())
                        .add(move));
        return groups.values();
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

    private void compare(
            List<Stand> stands, Collection<List<Move>> groups, Verb verb, List<Policy> ofVerb, Alike alike) {
        Stand one = stands.getFirst();
        List<Policy> meant = ofVerb.stream()
                .filter(policy ->
                        one.before().isMeantBy(policy.to()) || one.after().isMeantBy(policy.to()))
                .toList();
        boolean sameStand = alike.key(one.before()).equals(alike.key(one.after()));
        Shifted shifted = new Shifted(null, null, 0, 0);
        for (List<Move> moves : groups) {
            Move move = moves.getFirst();
            boolean stays = sameStand && alike.key(move.before()).equals(alike.key(move.after()));
            if (stays && meant.stream().noneMatch(policy -> reaches(policy, move))) {
                continue;
            }
            if (pairs++ >= Changes.MOST_PAIRS) {
                complete = false;
                break;
            }
            Shifted found = shifted(one, move, verb);
            shifted = shifted.and(found, moves.size());
        }
        shifted.tell(this, stands, verb);
    }

    private static boolean reaches(Policy policy, Move move) {
        Set<Resource> on = policy.on();
        return !Collections.disjoint(on, move.before().resources())
                || !Collections.disjoint(on, move.after().resources());
    }

    /** Where one asker can do more, and where less, with what he showed there. */
    private record Point(Move move, Set<Subject.Claim> claims, Circumstances here) {}

    private record Shifted(@Nullable Point gain, @Nullable Point loss, int gained, int lost) {
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

    private Shifted shifted(Stand stand, Move move, Verb verb) {
        Claimed was = Outlook.claimed(stand.before(), verb, move.before(), Stream.of(before, after));
        Claimed becomes = Outlook.claimed(stand.after(), verb, move.after(), Stream.of(before, after));
        complete &= was.exact() && becomes.exact();
        Set<Set<Subject.Claim>> claimed = new LinkedHashSet<>(was.all());
        claimed.addAll(becomes.all());
        Shifted shifted = new Shifted(null, null, 0, 0);
        for (Set<Subject.Claim> claims : claimed) {
            shifted = shifted.and(shifted(stand, move, verb, claims), 0);
        }
        return shifted;
    }

    private Shifted shifted(Stand stand, Move move, Verb verb, Set<Subject.Claim> claims) {
        Question was = question(stand.before(), claims, verb, move.before());
        Question becomes = question(stand.after(), claims, verb, move.after());
        Set<Policy> mattering = Outlook.mattering(before, was.asker(), verb, was.target());
        mattering.addAll(Outlook.mattering(after, becomes.asker(), verb, becomes.target()));
        Cells cells = outlook.cells(mattering);
        complete &= cells.exact();
        Point gain = null;
        Point loss = null;
        for (Circumstances here : cells.all()) {
            Decision then = before.decide(at(was, here));
            Decision now = after.decide(at(becomes, here));
            gain = gain == null && Strength.isMore(now, then) ? new Point(move, claims, here) : gain;
            loss = loss == null && Strength.isMore(then, now) ? new Point(move, claims, here) : loss;
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
