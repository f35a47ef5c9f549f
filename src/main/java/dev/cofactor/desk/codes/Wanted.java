// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.seeds.Seeds.Serving;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is behind the door, as it was found in the last round of one passage. */
final class Wanted {
    private final Request request;
    private final UUID otherwise;
    private final int ahead;
    private final Duration waitMax;

    private Catalogue.@Nullable Coded coded;
    private @Nullable Placed secret;
    private @Nullable Serving serving;

    Wanted(Request request, UUID otherwise, int ahead, Duration waitMax) {
        this.request = request;
        this.otherwise = otherwise;
        this.ahead = ahead;
        this.waitMax = waitMax;
    }

    Request request() {
        return request;
    }

    int ahead() {
        return ahead;
    }

    Placed secret() {
        return Objects.requireNonNull(secret, "something was found");
    }

    Serving serving() {
        return Objects.requireNonNull(serving, "what is released was allowed");
    }

    void found(Placed placed) {
        secret = placed;
    }

    Catalogue.Coded coded() {
        return Objects.requireNonNull(coded, "something was found");
    }

    Optional<Sight> seen(Optional<Catalogue.Coded> now) {
        now.ifPresent(one -> {
            coded = one;
            found(one.placed());
        });
        return now.map(one -> Sight.of(one.placed(), request.caller()));
    }

    /** How much of a step must be left for its code to leave. */
    Duration leastLeft() {
        Duration asked = request.wish().minValidity();
        return asked.compareTo(serving().leastLife()) > 0 ? asked : serving().leastLife();
    }

    /** What is taken for it, and the one value that it opens. */
    Sight opening(Serving found) {
        serving = found;
        UUID id = secret().secret();
        Claim code = isTimed() ? step() : new Claim.Counter(found.where().value());
        List<Claim> claims =
                Stream.concat(request.replay(id).stream(), Stream.of(code)).toList();
        Details details = request.details()
                .with(Name.FIELD, found.where().field())
                .with(Name.VALUE, found.where().value());
        return Sight.of(secret(), request.caller())
                .opening(found.where().value(), found.where().content().word(), claims)
                .saying(details);
    }

    private Claim step() {
        Duration period = Duration.ofSeconds(serving().parameters().period());
        if (request.wish().minValidity().compareTo(period) >= 0) {
            throw CodeRefused.validity();
        }
        if (request.wantsTheNext() && period.compareTo(waitMax) > 0) {
            throw CodeRefused.periodTooLong();
        }
        UUID id = secret().secret();
        return new Claim.Step(
                serving().fingerprint().clone(),
                period,
                ahead,
                leastLeft(),
                serving().step().sharing(),
                request.holder(id, otherwise),
                request.caller().hand(),
                id);
    }

    private boolean isTimed() {
        return serving().parameters().kind().isTimed();
    }
}
