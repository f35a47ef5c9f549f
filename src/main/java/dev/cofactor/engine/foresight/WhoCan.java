// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.foresight.Outlook.Alike;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Decision.Cause;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who can do something to something, of some. Exact: the engine is asked in every cell. */
public final class WhoCan {
    private WhoCan() {}

    /**
     * Whether somebody can do something, over all circumstances from now on. Limits are not looked at: they are reached or not.
     *
     * @param extent when he can, be it after steps that can be taken: always means wherever he calls from and whenever, as long
     *     as somebody can find out which
     * @param outright when he can without any step
     * @param through the allows that let him, in any circumstances
     * @param steps what he has to do first in the circumstances of {@code can}; empty where he can outright there
     * @param can one question of his that is answered with yes, or with what he has to do first: that with the fewest steps
     * @param cannot one that is answered with no; where all are, that which misses by least
     * @param inTheWay why {@code cannot} is not
     * @param exact false where there were more cells than are looked at: never may then be sometimes, and always, too
     */
    public record Reach(
            Seeker who,
            Extent extent,
            Extent outright,
            List<Policy> through,
            List<Need> steps,
            Optional<Question> can,
            Optional<Question> cannot,
            Optional<Obstacle> inTheWay,
            boolean exact) {
        public enum Extent {
            NEVER,
            SOMETIMES,
            ALWAYS
        }

        public Reach {
            through = List.copyOf(through);
            steps = List.copyOf(steps);
        }

        /** @param misses allows that meant him and this, and did not apply; the nearest first */
        public record Obstacle(Cause cause, List<Policy> denying, List<Miss> misses) {
            public Obstacle {
                denying = List.copyOf(denying);
                misses = List.copyOf(misses);
            }
        }

        public record Miss(Policy policy, List<Condition> unmet) {
            public Miss {
                unmet = List.copyOf(unmet);
            }
        }
    }

    /**
     * @param from the moment from which on it is asked
     * @return one for each, in their order
     */
    public static List<Reach> of(Edition edition, Collection<Seeker> seekers, Verb verb, Goal goal, Instant from) {
        Alike alike = new Alike(List.of(edition), verb, List.of(goal));
        Outlook outlook = new Outlook(from);
        Edition narrowed = alike.narrowed(edition);
        Map<Object, Tally> known = new HashMap<>();
        List<Reach> found = new ArrayList<>(seekers.size());
        for (Seeker seeker : seekers) {
            List<Object> key =
                    List.of(alike.key(seeker), goal.seenBy(seeker.asker()).place());
            Tally tally = known.computeIfAbsent(key, k -> tally(narrowed, alike.narrowed(seeker), verb, goal, outlook));
            found.add(tally.of(seeker, verb, goal));
        }
        return found;
    }

    private static Tally tally(Edition edition, Seeker seeker, Verb verb, Goal goal, Outlook outlook) {
        Claimed claimed = Outlook.claimed(seeker, verb, goal, Stream.of(edition));
        Tally tally = new Tally(claimed.exact());
        for (Set<Subject.Claim> claims : claimed.all()) {
            Asker asker = seeker.showing(claims);
            Target target = goal.seenBy(asker);
            Cells cells = outlook.cells(Outlook.mattering(edition, asker, verb, target));
            tally.exact &= cells.exact();
            for (Circumstances here : cells.known()) {
                tally.add(edition.decide(new Question(asker, verb, target, here)), claims, here);
            }
        }
        return tally;
    }

    /** What came of it in all cells, of whoever is alike. */
    private static final class Tally {
        /** Where it was, and whoever it is: circumstances are the same for all who are alike. */
        private record Seen(Set<Subject.Claim> claims, Circumstances here, Decision decision, long distance) {}

        private final Set<Policy> through = new LinkedHashSet<>();
        private boolean exact;
        private int cells;
        private int allowed;
        private int denied;
        private @Nullable Seen can;
        private @Nullable Seen cannot;

        Tally(boolean exact) {
            this.exact = exact;
        }

        void add(Decision decision, Set<Subject.Claim> claims, Circumstances here) {
            cells++;
            switch (decision) {
                case Decision.Allow allow -> {
                    allowed++;
                    can(allow.ways(), new Seen(claims, here, decision, 0));
                }
                case Decision.Challenge challenge ->
                    can(
                            challenge.ways(),
                            new Seen(
                                    claims,
                                    here,
                                    decision,
                                    Joined.cost(challenge.ways().getFirst().missing())));
                case Decision.Deny deny -> {
                    denied++;
                    cannot = nearer(cannot, new Seen(claims, here, decision, distance(deny)));
                }
            }
        }

        private void can(List<Way> ways, Seen seen) {
            ways.forEach(way -> through.addAll(way.through()));
            can = nearer(can, seen);
        }

        private static Seen nearer(@Nullable Seen known, Seen seen) {
            return known == null || seen.distance() < known.distance() ? seen : known;
        }

        /** By how much a no misses a yes: a deny over an allow by less than an allow that does not apply. */
        private static long distance(Decision.Deny deny) {
            return switch (deny.cause()) {
                case CANNOT_BE_MET -> 0;
                case A_POLICY_DENIES ->
                    deny.trace().denying().size() + (deny.trace().allowing().isEmpty() ? 2_000_000L : 1_000L);
                case NOTHING_ALLOWS ->
                    deny.trace().near().stream()
                            .mapToLong(near -> 1_000_000L + near.unmet().size())
                            .min()
                            .orElse(3_000_000L);
                case NOT_FOR_AGENTS -> 4_000_000L;
            };
        }

        Reach of(Seeker who, Verb verb, Goal goal) {
            return new Reach(
                    who,
                    extent(cells - denied),
                    extent(allowed),
                    through.stream()
                            .sorted(comparing(policy -> policy.id().toString()))
                            .toList(),
                    steps(),
                    question(can, who, verb, goal),
                    question(cannot, who, verb, goal),
                    Optional.ofNullable(cannot).map(seen -> obstacle((Decision.Deny) seen.decision())),
                    exact);
        }

        private Reach.Extent extent(int yes) {
            return yes == 0 ? Reach.Extent.NEVER : yes == cells ? Reach.Extent.ALWAYS : Reach.Extent.SOMETIMES;
        }

        private List<Need> steps() {
            return can != null && can.decision() instanceof Decision.Challenge challenge
                    ? challenge.ways().getFirst().missing()
                    : List.of();
        }

        private static Optional<Question> question(@Nullable Seen seen, Seeker who, Verb verb, Goal goal) {
            return Optional.ofNullable(seen).map(there -> {
                Asker asker = who.showing(there.claims());
                return new Question(asker, verb, goal.seenBy(asker), there.here());
            });
        }

        private static Reach.Obstacle obstacle(Decision.Deny deny) {
            List<Reach.Miss> misses = deny.trace().near().stream()
                    .map(near -> new Reach.Miss(near.but().policy(), near.unmet()))
                    .distinct()
                    .toList();
            return new Reach.Obstacle(deny.cause(), deny.trace().denying(), misses);
        }
    }
}
