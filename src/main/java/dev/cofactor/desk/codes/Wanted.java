// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.seeds.Seeds.Serving;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is behind the door, as it was found in the last round of one passage. */
final class Wanted {
    private final Request request;
    private final UUID otherwise;
    private final int ahead;
    private final Optional<UUID> before;
    private final Predicate<byte[]> standsBack;
    private final Duration waitMax;

    private Catalogue.@Nullable Coded coded;
    private @Nullable Placed secret;
    private @Nullable Serving serving;
    private volatile boolean stoodBack;

    /**
     * @param otherwise whose the step is, if the caller has neither session nor key
     * @param ahead 0 for the current step, 1 for the one after it
     * @param before the event by which this request has paid, in an earlier round, for a code that has not left; whoever has a
     *     key repeats himself by that
     * @param standsBack asked of the seed, by its fingerprint, whether others come first
     */
    Wanted(
            Request request,
            UUID otherwise,
            int ahead,
            Optional<UUID> before,
            Predicate<byte[]> standsBack,
            Duration waitMax) {
        this.request = request;
        this.otherwise = otherwise;
        this.ahead = ahead;
        this.before = before.filter(event -> request.wish().key().isEmpty());
        this.standsBack = standsBack;
        this.waitMax = waitMax;
    }

    Request request() {
        return request;
    }

    int ahead() {
        return ahead;
    }

    /** Whether it was claimed as by somebody before whom others come. */
    boolean stoodBack() {
        return stoodBack;
    }

    byte[] fingerprint() {
        return serving().fingerprint().clone();
    }

    /** Whether others may have the same step. */
    boolean isShared() {
        return serving().step().sharing() == Claim.Sharing.SHARED;
    }

    /** Whose a step would be, as its holder is told from others: by session where it is for one session alone. */
    UUID who() {
        return isExclusive()
                ? request.holder(secret().secret(), otherwise)
                : request.caller().hand();
    }

    /** The same of somebody who has it. */
    UUID who(Won.First holder) {
        return isExclusive() ? holder.session() : holder.actor();
    }

    private boolean isExclusive() {
        return serving().step().sharing() == Claim.Sharing.EXCLUSIVE;
    }

    Placed secret() {
        return Objects.requireNonNull(secret, "something was found");
    }

    Serving serving() {
        return Objects.requireNonNull(serving, "what is released was allowed");
    }

    Catalogue.Coded coded() {
        return Objects.requireNonNull(coded, "something was found");
    }

    Optional<Sight> seen(Optional<Catalogue.Coded> now) {
        now.ifPresent(one -> {
            coded = one;
            secret = one.placed();
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
        if (request.isRenewal() && !isTimed()) {
            throw CodeRefused.cannotBeKept();
        }
        Claim code = isTimed() ? step() : new Claim.Counter(found.where().value());
        List<Claim> claims = Stream.of(
                        request.replay(id).or(this::goesOn).stream(), showing().stream(), Stream.of(code))
                .flatMap(some -> some)
                .toList();
        Details details = request.details()
                .with(Name.FIELD, found.where().field())
                .with(Name.VALUE, found.where().value());
        return Sight.of(secret(), request.caller())
                .opening(found.where().value(), found.where().content().word(), claims)
                .saying(details);
    }

    private Optional<Claim> goesOn() {
        return before.map(Claim.InsteadOf::new);
    }

    /** What is on a screen is the step that has begun; one that was taken ahead is shown when it has. */
    private Optional<Claim> showing() {
        return isTimed() && ahead == 0 ? request.showing(secret().secret(), period()) : Optional.empty();
    }

    private Duration period() {
        return Duration.ofSeconds(serving().parameters().period());
    }

    private Claim step() {
        Duration period = period();
        if (request.wish().minValidity().compareTo(period) >= 0) {
            throw CodeRefused.validity();
        }
        if (request.wantsTheNext() && period.compareTo(waitMax) > 0) {
            throw CodeRefused.periodTooLong();
        }
        UUID id = secret().secret();
        byte[] fingerprint = fingerprint();
        return new Claim.Step(
                fingerprint,
                period,
                ahead,
                leastLeft(),
                serving().step().sharing(),
                request.holder(id, otherwise),
                request.caller().hand(),
                id,
                () -> stoodBack = standsBack.test(fingerprint));
    }

    private boolean isTimed() {
        return serving().parameters().kind().isTimed();
    }
}
