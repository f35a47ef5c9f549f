// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.desk.agents.DelegationJson.Wanted;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A person lets an agent act for him, and ends that; whoever may edit people or machines ends it for everybody. */
@Path("/api/v1/agents/{id: [0-9a-f-]{36}}/delegations")
@Produces("application/json")
@Consumes("application/json")
class DelegationsResource {
    static final String TOLD = """
            {"id": "0192d9a0-0000-7000-8000-000000000004", "agent": "0192d9a0-0000-7000-8000-000000000003",
             "person": "0192d9a0-0000-7000-8000-000000000001", "label": "my laptop", "ranges": [],
             "since": "2026-11-28T16:00:00Z", "until": "2026-12-28T16:00:00Z", "ended": null,
             "lastUsed": "2026-11-29T09:41:00Z"}""";
    private static final String JSON = "application/json";
    private static final String WANTED = "{\"label\": \"my laptop\", \"days\": 30}";
    private static final String GIVEN = "{\"token\": \"cfa_…\", \"about\": " + TOLD + "}";

    private final DelegationDesk desk;
    private final CallerInRequest caller;

    DelegationsResource(DelegationDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Lets the agent act for whoever asks; its token is shown in this answer and never again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wanted.class),
                            examples = @ExampleObject(name = "month", value = WANTED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = DelegationJson.Given.class),
                            examples = @ExampleObject(name = "one", value = GIVEN)))
    public Response delegate(@PathParam("id") String id, @Nullable Wanted wanted) {
        DelegationDesk.Given given = desk.delegate(
                caller.caller(), Texts.id(id), () -> Texts.body(wanted).order());
        return Response.status(201).entity(DelegationJson.Given.of(given)).build();
    }

    @DELETE
    @Path("/{delegation: [0-9a-f-]{36}}")
    @Operation(summary = "Ends a delegation: nothing is released to its token from this answer on")
    public Response end(@PathParam("id") String id, @PathParam("delegation") String delegation) {
        desk.end(caller.caller(), Texts.id(id), Texts.id(delegation));
        return Response.noContent().build();
    }
}
