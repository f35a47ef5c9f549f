// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who gains and who loses by a change, for each verb. Needs are part of it: who is asked for less gains, who is asked for more
 * loses, and where neither can be told it is both.
 *
 * @param complete false where there was more to compare than {@link #MOST_PAIRS}, or more cells than are looked at: what was
 *     found is so, and there may be more
 */
public record Changes(List<Shift> gains, List<Shift> losses, boolean complete) {
    /** Askers who are told apart, by goals that are, by verbs. */
    public static final int MOST_PAIRS = 50_000;

    public Changes {
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
    }

    /**
     * What a change gives to somebody, or takes from him, of one verb.
     *
     * @param who as he is where he can do more: after a gain, before a loss
     * @param goals on how many of those that were asked about
     * @param goal the first of them, as it is where he can do more
     * @param was the example's question as it was asked before
     * @param becomes the same in the same circumstances, as it is asked after
     */
    public record Shift(
            Seeker who,
            Verb verb,
            int goals,
            Goal goal,
            Question was,
            Decision before,
            Question becomes,
            Decision after) {}

    /** How somebody was and how he is then: other groups, say. */
    public record Stand(Seeker before, Seeker after) {
        public static Stand as(Seeker always) {
            return new Stand(always, always);
        }
    }

    /** Where something lay and where it lies then. */
    public record Move(Goal before, Goal after) {
        public static Move none(Goal always) {
            return new Move(always, always);
        }
    }

    /**
     * Between two editions.
     *
     * @param from the moment from which on it is asked
     */
    public static Changes between(
            Edition before, Edition after, Collection<Seeker> seekers, Collection<Goal> goals, Instant from) {
        return of(
                before,
                after,
                seekers.stream().map(Stand::as).toList(),
                goals.stream().map(Move::none).toList(),
                EnumSet.allOf(Verb.class),
                from);
    }

    /** Between two states of everything a decision depends on. What stayed is found out, and costs little. */
    public static Changes of(
            Edition before,
            Edition after,
            Collection<Stand> stands,
            Collection<Move> moves,
            Set<Verb> verbs,
            Instant from) {
        return new Comparison(before, after, from).of(stands, moves, verbs);
    }

    /** Whether the gate ever asks it: nothing of the installation is done to a secret, and hardly anything else without one. */
    static boolean isAsked(Verb verb, Goal goal) {
        boolean secret = goal.target().secret() != null;
        return switch (verb) {
            case SECRET_LIST, SECRET_READ_META, SECRET_CREATE -> true;
            case CODE_FETCH,
                    BACKUP_CODE_TAKE,
                    FIELD_REVEAL,
                    SECRET_EDIT,
                    SECRET_MOVE,
                    SECRET_TAG,
                    SECRET_DELETE,
                    SEED_OVERWRITE -> secret;
            case FOLDER_EDIT,
                    TEMPLATE_EDIT,
                    POLICY_EDIT,
                    PEOPLE_EDIT,
                    MACHINE_EDIT,
                    SETTINGS_EDIT,
                    KEY_ROTATE,
                    FACTOR_RESET,
                    BUNDLE_SEAL,
                    TOOLS_USE,
                    AUDIT_READ,
                    AUDIT_ERASE,
                    ACCESS_REVIEW,
                    APPROVAL_DECIDE -> !secret;
        };
    }
}
