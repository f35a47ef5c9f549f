// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Groups.Stood;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who stood where under which rules, from one moment on. Looked at anew at each moment at which something changed, so
 * neither what somebody got nor what he was barred by counts at a time when it was not so.
 *
 * @param from the first moment that counts
 * @param ruled the editions in force since then, the first of them perhaps long before
 */
record Past(Instant from, List<Stood> stood, List<Ruled> ruled) {

    /** An edition, and since when it was in force. */
    record Ruled(Instant since, Edition edition) {}

    /** Whether one of these held it at any moment. */
    boolean held(Collection<UUID> people, Verb verb, Goal goal) {
        return moments().stream().anyMatch(at -> held(people, verb, goal, at));
    }

    private Set<Instant> moments() {
        Set<Instant> moments = new TreeSet<>();
        moments.add(from);
        stood.forEach(one -> {
            moments.add(one.since());
            one.until().ifPresent(moments::add);
        });
        ruled.forEach(one -> moments.add(one.since()));
        moments.removeIf(moment -> moment.isBefore(from));
        return moments;
    }

    private boolean held(Collection<UUID> people, Verb verb, Goal goal, Instant at) {
        return ruled.stream()
                .filter(one -> !one.since().isAfter(at))
                .max((one, other) -> one.since().compareTo(other.since()))
                .filter(one -> people.stream().anyMatch(person -> held(person, verb, goal, at, one.edition())))
                .isPresent();
    }

    /** Whoever had gone by then stood in no group any more, not even in that of everybody. */
    private boolean held(UUID person, Verb verb, Goal goal, Instant at, Edition edition) {
        Set<UUID> groups = groupsOf(person, at);
        return groups.contains(Groups.EVERYONE)
                && Holding.any(new Asker.Person(person, groups, Credential.plain()), verb, goal, edition, at);
    }

    private Set<UUID> groupsOf(UUID person, Instant at) {
        Set<UUID> found = new HashSet<>();
        Deque<UUID> next = new ArrayDeque<>(List.of(person));
        while (!next.isEmpty()) {
            UUID member = next.pop();
            stood.stream()
                    .filter(one -> one.member().equals(member) && stands(one, at))
                    .filter(one -> found.add(one.group()))
                    .forEach(one -> next.push(one.group()));
        }
        return found;
    }

    private static boolean stands(Stood one, Instant at) {
        return !one.since().isAfter(at)
                && one.until().filter(end -> !end.isAfter(at)).isEmpty();
    }
}
