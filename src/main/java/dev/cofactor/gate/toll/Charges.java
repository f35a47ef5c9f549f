// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import dev.cofactor.engine.clauses.ClauseJson;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.post.Errands;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a way costs, as claims: a use of the grant, a place within each limit, of the policies and of all, and those who are
 * told.
 */
@Singleton
public class Charges {
    private final Errands errands;
    private final Clock clock;
    private final GeneralLimits general;

    Charges(Errands errands, Clock clock, GeneralLimits general) {
        this.errands = errands;
        this.clock = clock;
        this.general = general;
    }

    /** @return nothing, where a duty cannot be carried out: then this is no way */
    public Optional<List<Claim>> of(Way way, Caller caller, Passage passage) {
        Event event = passage.event();
        List<Claim> claims = new ArrayList<>(general.of(caller, passage));
        way.grant().ifPresent(grant -> claims.add(use(grant, way.clause().orElseThrow())));
        UUID secret = event.about().map(Subject::id).orElse(new UUID(0, 0));
        way.charges().forEach(charge -> claims.add(counted(charge, caller, secret)));
        List<Claim.Tell> tells = new ArrayList<>(
                passage.releases() && !passage.watchers().isEmpty()
                        ? errands.released(passage.watchers(), event)
                        : List.of());
        for (Duty duty : way.duties()) {
            Optional<List<Claim.Tell>> told = errands.of(duty, event);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            tells.addAll(told.get());
        }
        claims.addAll(toEachOnce(tells));
        return Optional.of(claims);
    }

    /** Who is told of it for several reasons hears of it once. */
    private static Collection<Claim.Tell> toEachOnce(List<Claim.Tell> tells) {
        Map<UUID, Claim.Tell> once = new LinkedHashMap<>();
        tells.forEach(tell -> once.putIfAbsent(tell.recipient(), tell));
        return once.values();
    }

    private static Claim use(UUID grant, String clause) {
        return new Claim.GrantUse(grant, HexFormat.of().parseHex(clause));
    }

    private Claim counted(Way.Charge charge, Caller caller, UUID secret) {
        Limit limit = charge.limit();
        StringBuilder counter =
                new StringBuilder("policy/").append(charge.policy()).append('/').append(ClauseJson.spelled(limit));
        for (Limit.By by : limit.by()) {
            counter.append('/')
                    .append(
                            switch (by) {
                                case ACTOR -> caller.actor().id();
                                case SECRET -> secret;
                            });
        }
        return new Claim.Limit(
                counter.toString(), Windows.begin(clock.instant(), limit.per()), limit.per(), limit.most());
    }
}
