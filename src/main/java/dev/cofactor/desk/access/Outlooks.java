// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Remains;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody could do about the codes of many secrets, decided for each as {@link AccessDesk} decides it for one. However
 * many they are, the database is asked the same few questions. It is for what he was found to see.
 */
@ApplicationScoped
public class Outlooks {
    /** Of moments at which something may open, those that are looked at for each. */
    private static final int MOST_MOMENTS = 60;

    private final Openings openings;
    private final AccessRequests requests;
    private final Grants grants;
    private final Clock clock;

    Outlooks(Openings openings, AccessRequests requests, Grants grants, Clock clock) {
        this.openings = openings;
        this.requests = requests;
        this.grants = grants;
        this.clock = clock;
    }

    private record Decided(UUID secret, Target target, Decision decision) {}

    /**
     * @param view of many, by {@code Gate.viewOfMany}
     * @return by secret; of a draft, which serves nobody, nothing
     */
    public Map<UUID, Outlook> of(View view, Caller caller, Collection<Placed> some) {
        List<Decided> decided = some.stream()
                .filter(one -> one.state() == Placed.State.ACTIVE)
                .flatMap(
                        one -> decided(view, one.secret(), Sight.of(one, caller).target()).stream())
                .toList();
        Map<UUID, Remains> left = left(decided);
        List<AccessRequest> asked =
                isAskedFor(decided) ? requests.pending(caller.hand(), caller.run(), Verb.CODE_FETCH.code()) : List.of();
        Timetable timetable = openings.timetable(Verb.CODE_FETCH, clock.instant(), MOST_MOMENTS);
        Map<UUID, Outlook> found = new HashMap<>();
        for (Decided one : decided) {
            found.put(
                    one.secret(),
                    switch (one.decision()) {
                        case Decision.Allow allow -> new Outlook.Free(granted(allow, left));
                        case Decision.Challenge challenge -> before(challenge, one.secret(), asked);
                        case Decision.Deny deny -> new Outlook.Shut(openings.opens(timetable, caller, one.target()));
                    });
        }
        return found;
    }

    private static Optional<Decided> decided(View view, UUID secret, Target target) {
        return view.decide(Verb.CODE_FETCH, target).map(decision -> new Decided(secret, target, decision));
    }

    /** Of those that are allowed by nothing but what somebody agreed to. */
    private Map<UUID, Remains> left(List<Decided> decided) {
        Set<UUID> used = new HashSet<>();
        for (Decided one : decided) {
            if (one.decision() instanceof Decision.Allow allow) {
                allow.ways().getFirst().grant().ifPresent(used::add);
            }
        }
        return used.isEmpty() ? Map.of() : grants.left(used);
    }

    private static Optional<Outlook.Granted> granted(Decision.Allow allow, Map<UUID, Remains> left) {
        return allow.ways()
                .getFirst()
                .grant()
                .map(left::get)
                .map(remains -> new Outlook.Granted(remains.ends(), remains.usesLeft()));
    }

    private static boolean isAskedFor(List<Decided> decided) {
        return decided.stream().anyMatch(one -> one.decision() instanceof Decision.Challenge);
    }

    /** A request that is for none of its ways any more is as good as none. */
    private static Outlook before(Decision.Challenge challenge, UUID secret, List<AccessRequest> asked) {
        List<String> clauses =
                challenge.ways().stream().flatMap(way -> way.clause().stream()).toList();
        Way shortest = challenge.ways().getFirst();
        return asked.stream()
                .filter(request -> request.matter().secret().equals(secret)
                        && clauses.contains(request.terms().clause()))
                .map(request -> request.terms().decideBy())
                .max(Instant::compareTo)
                .<Outlook>map(Outlook.Asked::new)
                .orElseGet(() -> new Outlook.Steps(shortest.missing()));
    }
}
