// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Who used a secret last. */
@Path("/api/v1/secrets")
@Produces("application/json")
class UsesResource {
    private static final String JSON = "application/json";
    private static final String LAST = """
            {"use": {"kind": "code", "actor": "0192d9a0-0000-7000-8000-000000000002", "name": "Ada Lovelace",
             "time": "2026-11-21T16:00:00Z"}, "report": null}""";

    private final Uses uses;
    private final CallerInRequest caller;

    UsesResource(Uses uses, CallerInRequest caller) {
        this.uses = uses;
        this.caller = caller;
    }

    @GET
    @Path("/{secret: sec_[0-9a-z]{26}}/use")
    @Operation(summary = "Who had the last code of a secret and when, and what was said last of what became of one")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = OutcomeJson.Last.class),
                            examples = @ExampleObject(name = "ada", value = LAST)))
    public OutcomeJson.Last last(@PathParam("secret") String secret) {
        return OutcomeJson.Last.of(uses.last(caller.caller(), secret));
    }
}
