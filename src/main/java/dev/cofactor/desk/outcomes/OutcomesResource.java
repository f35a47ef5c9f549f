// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What became of a code, said by whoever had it. */
@Path("/api/v1/releases")
@Produces("application/json")
class OutcomesResource {
    private static final String JSON = "application/json";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String REPORTED = """
            {"release": "0192d9a0-0000-7000-8000-000000000000", "kind": "backup-code", "result": "rejected",
             "time": "2026-11-21T16:00:00Z", "receipt": "0192d9a0-0000-7000-8000-000000000001"}""";

    private final Outcomes outcomes;
    private final CallerInRequest caller;

    OutcomesResource(Outcomes outcomes, CallerInRequest caller) {
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @POST
    @Path("/{receipt}/outcome")
    @Consumes(JSON)
    @Operation(
            summary = "Says what became of a code: used, rejected, or of a backup code not-used; once, by who had it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = OutcomeJson.Given.class),
                            examples = @ExampleObject(name = "refused", value = "{\"result\": \"rejected\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = OutcomeJson.Reported.class),
                            examples = @ExampleObject(name = "refused", value = REPORTED)))
    public OutcomeJson.Reported report(@PathParam("receipt") String receipt, OutcomeJson.@Nullable Given given) {
        Result result = (given == null ? new OutcomeJson.Given(null) : given).read();
        return OutcomeJson.Reported.of(outcomes.report(caller.caller(), id(receipt), result));
    }

    @POST
    @Path("/{receipt}/help")
    @Operation(summary = "Asks the owners, once, after the site refused the code")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = OutcomeJson.Asked.class),
                            examples = @ExampleObject(name = "two", value = "{\"told\": 2}")))
    public OutcomeJson.Asked help(@PathParam("receipt") String receipt) {
        return new OutcomeJson.Asked(outcomes.askOwners(caller.caller(), id(receipt)));
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
