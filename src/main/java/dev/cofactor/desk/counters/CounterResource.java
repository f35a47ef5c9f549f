// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The counter of a seed that counts. It is told to whoever moves it, and goes forward only. */
@Path("/api/v1/secrets")
@Produces("application/json")
@Consumes("application/json")
class CounterResource {
    private static final String JSON = "application/json";

    private final Counters counters;
    private final CallerInRequest caller;

    CounterResource(Counters counters, CallerInRequest caller) {
        this.counters = counters;
        this.caller = caller;
    }

    @PUT
    @Path("/{secret: sec_[0-9a-z]{26}}/seed/counter")
    @Operation(
            summary =
                    "Brings a counting seed into step: by two codes in a row of the other generator, or by the counter that"
                            + " the site expects")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CounterJson.Given.class),
                            examples = {
                                @ExampleObject(name = "codes", value = "{\"codes\": [\"755224\", \"287082\"]}"),
                                @ExampleObject(name = "counter", value = "{\"counter\": 42}")
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = CounterJson.Moved.class),
                            examples = @ExampleObject(name = "moved", value = "{\"counter\": 42, \"skipped\": 7}")))
    public CounterJson.Moved move(@PathParam("secret") String secret, CounterJson.@Nullable Given given) {
        counters.admit(caller.caller(), secret);
        if (given == null || !given.isOneThing()) {
            throw CounterRefused.malformed();
        }
        List<@Nullable String> codes = given.codes();
        return CounterJson.Moved.of(
                codes == null
                        ? counters.moveTo(caller.caller(), secret, Objects.requireNonNull(given.counter()))
                        : counters.follow(
                                caller.caller(),
                                secret,
                                Objects.requireNonNull(codes.getFirst()),
                                Objects.requireNonNull(codes.getLast())));
    }
}
