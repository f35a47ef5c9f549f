// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What time it is here: whoever computes or awaits codes elsewhere compares his clock. It says nothing but that. */
@PermitAll
@Path("/api/v1/time")
@Produces("application/json")
class TimeResource {
    private final Clock clock;

    TimeResource(Clock clock) {
        this.clock = clock;
    }

    record Time(Instant serverTime) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "What time it is here, for whoever compares his clock; no credential is needed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Time.class),
                            examples =
                                    @ExampleObject(
                                            name = "time",
                                            value = "{\"serverTime\": \"2026-11-21T16:00:12.480Z\"}")))
    public Time now() {
        return new Time(clock.instant());
    }
}
