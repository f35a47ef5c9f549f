// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * What operators see of messages that leave: how many, and which way is blocked since when, on this node. It says nothing of
 * what is in them. Codes are given all the same, so it is never down.
 */
@ApplicationScoped
@Default
@Wellness
public class Reports implements HealthCheck {
    private static final String COUNTER = "cofactor.messages";

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Postman postman;
    private final Map<String, Trouble> troubles = new ConcurrentSkipListMap<>();

    /**
     * A way that is blocked.
     *
     * @param channel absent for mail to people
     * @param why out of a closed list
     */
    public record Trouble(Optional<UUID> channel, Instant since, String why) {}

    Reports(MeterRegistry metrics, Clock clock, Postman postman) {
        this.metrics = metrics;
        this.clock = clock;
        this.postman = postman;
    }

    /** @param way a kind of channel, or mail to people */
    void count(String way, String how) {
        metrics.counter(COUNTER, "way", way, "how", how).increment();
    }

    /** @param channel absent for mail to people */
    void went(Optional<UUID> channel, Outcome outcome) {
        String lane = lane(channel);
        switch (outcome.kind()) {
            case SENT -> troubles.remove(lane);
            case NEVER -> {}
            case LATER, AWAY, GONE ->
                troubles.compute(
                        lane,
                        (one, before) ->
                                new Trouble(channel, before == null ? clock.instant() : before.since(), outcome.why()));
        }
    }

    /** It is nobody's trouble any more. */
    void forget(UUID channel) {
        troubles.remove(lane(Optional.of(channel)));
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles.values());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("couriers")
                .up()
                .withData("mail", postman.isSetUp() ? "set-up" : "not-set-up");
        troubles.forEach((lane, trouble) -> report.withData(lane, trouble.why() + " since " + trouble.since()));
        return report.build();
    }

    private static String lane(Optional<UUID> channel) {
        return channel.map(id -> "channel " + id).orElse("mail to people");
    }
}
