// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * What operators see of it. A node whose clock is off is not well, and still ready: if it is the database's that is wrong, all
 * nodes are off at once, and what hangs on no clock must go on.
 */
@Singleton
@Default
@Wellness
class ClockReport implements HealthCheck {
    private static final double NANOS = 1e9;

    private final Timekeeper keeper;
    private final MeterRegistry metrics;

    ClockReport(Timekeeper keeper, MeterRegistry metrics) {
        this.keeper = keeper;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("cofactor.clock.ahead", this, ClockReport::ahead)
                .description("by how much this machine's clock is ahead of the database's")
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    private double ahead() {
        return keeper.drift().map(drift -> seconds(drift.ahead())).orElse(Double.NaN);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report =
                HealthCheckResponse.named("clock").status(!keeper.isOffBy(Timekeeper.TOLERATED));
        keeper.drift()
                .ifPresent(
                        drift -> report.withData("ahead-millis", drift.ahead().toMillis())
                                .withData("unsure-millis", drift.unsure().toMillis()));
        return report.build();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
