// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a way costs, as claims: a use of the grant, a place within each limit, and those who are told. */
@Singleton
class Charges {
    private final Errands errands;
    private final Clock clock;

    Charges(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    /** @return nothing, where a duty cannot be carried out: then this is no way */
    Optional<List<Claim>> of(Way way, Caller caller, Event event) {
        List<Claim> claims = new ArrayList<>();
        way.grant().ifPresent(grant -> claims.add(use(grant, way.clause().orElseThrow())));
        UUID secret = event.about().map(Subject::id).orElse(new UUID(0, 0));
        way.charges().forEach(charge -> claims.add(counted(charge, caller, secret)));
        for (Duty duty : way.duties()) {
            Optional<List<Claim.Tell>> told = errands.of(duty, event);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            claims.addAll(told.get());
        }
        return Optional.of(claims);
    }

    private static Claim use(UUID grant, String clause) {
        return new Claim.GrantUse(grant, HexFormat.of().parseHex(clause));
    }

    /** Windows lie one beside the other, each as long as the limit says, for everybody alike. */
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
        return new Claim.Limit(counter.toString(), begin(limit.per()), limit.per(), limit.most());
    }

    private Instant begin(Duration per) {
        long now = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(now - Math.floorMod(now, per.toSeconds()));
    }
}
