// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Way;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which answer gives more. An answer is its ways; it gives more than another if one of its ways asks for less than each of
 * the other's, in whatever respect. Where it cannot be told, it counts as more: an answer that differs in no clear direction is
 * both a gain and a loss, and none is overlooked.
 */
final class Strength {
    private Strength() {}

    static boolean isMore(Decision one, Decision other) {
        List<Way> others = ways(other);
        return ways(one).stream().anyMatch(way -> others.stream().noneMatch(known -> isNoStricter(known, way)));
    }

    private static List<Way> ways(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> allow.ways();
            case Decision.Challenge challenge -> challenge.ways();
            case Decision.Deny deny -> List.of();
        };
    }

    /** Whether whoever meets the other has met this one, too. */
    static boolean isNoStricter(Way way, Way other) {
        return areMet(way.needs(), other.needs())
                && way.charges().stream()
                        .allMatch(charge ->
                                other.charges().stream().anyMatch(stricter -> holds(charge.limit(), stricter.limit())))
                && other.duties().containsAll(way.duties());
    }

    /** Nobody counts for two approvals, so each has to be met by one of its own. */
    private static boolean areMet(List<Need> needs, List<Need> met) {
        Set<Need> free = new HashSet<>(met);
        for (Need need : needs) {
            // The same one first: it must not be spent on a weaker one.
            Need by = free.contains(need)
                    ? need
                    : free.stream()
                            .filter(one -> isMet(need, one))
                            .filter(one -> !(one instanceof Need.Approval) || !needs.contains(one))
                            .findFirst()
                            .orElse(null);
            if (by == null) {
                return false;
            }
            if (need instanceof Need.Approval) {
                free.remove(by);
            }
        }
        return true;
    }

    private static boolean isMet(Need need, Need by) {
        return switch (need) {
            case Need.StepUp asked -> by instanceof Need.StepUp one && isMet(asked, one);
            case Need.Reason asked -> by instanceof Need.Reason one && one.atLeast() >= asked.atLeast();
            case Need.Ticket asked -> by instanceof Need.Ticket one && isWithin(one.form(), asked.form());
            case Need.Approval asked -> by instanceof Need.Approval one && isMet(asked, one);
            case Need.BreakGlass asked ->
                by instanceof Need.BreakGlass one
                        && one.atLeast() >= asked.atLeast()
                        && isNoLonger(one.validFor(), asked.validFor())
                        && one.uses() <= asked.uses();
        };
    }

    private static boolean isMet(Need.StepUp asked, Need.StepUp by) {
        boolean inOneOfTheseWays = asked.methods().isEmpty()
                || (!by.methods().isEmpty() && asked.methods().containsAll(by.methods()));
        return inOneOfTheseWays && isNoLonger(by.within(), asked.within());
    }

    /** Whom a group holds is not known here: fewer are asked only where fewer are named. */
    private static boolean isMet(Need.Approval asked, Need.Approval by) {
        return by.quorum() >= asked.quorum()
                && asked.of().containsAll(by.of())
                && isNoLonger(by.decideWithin(), asked.decideWithin())
                && isNoLonger(by.validFor(), asked.validFor())
                && by.uses() <= asked.uses()
                && (by.notTheAuthor() || !asked.notTheAuthor());
    }

    /** Whether all that has the one form has the other. */
    private static boolean isWithin(Glob form, Glob wider) {
        int star = form.text().indexOf('*');
        int wide = wider.text().indexOf('*');
        if (star < 0 || wide < 0) {
            return wide < 0 ? form.equals(wider) : wider.matches(form.text());
        }
        return form.text().substring(0, star).startsWith(wider.text().substring(0, wide))
                && form.text().substring(star + 1).endsWith(wider.text().substring(wide + 1));
    }

    /** Counted together is stricter than apart. */
    private static boolean holds(Limit limit, Limit stricter) {
        return stricter.most() <= limit.most()
                && isNoLonger(limit.per(), stricter.per())
                && limit.by().containsAll(stricter.by());
    }

    private static boolean isNoLonger(Duration one, Duration other) {
        return one.compareTo(other) <= 0;
    }
}
