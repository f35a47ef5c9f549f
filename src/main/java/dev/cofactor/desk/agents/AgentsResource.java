// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.desk.agents.AgentJson.Named;
import dev.cofactor.desk.machines.LastUse;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Agents, for whoever may edit machines; and for every person, which of them there are. */
@Path("/api/v1/agents")
@Produces("application/json")
@Consumes("application/json")
class AgentsResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String NAMED = "{\"name\": \"Browser assistant\"}";
    private static final String SUSPENDED = "{\"active\": false}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000003", "name": "Browser assistant", "active": true""";
    private static final String LISTED = "{\"agents\": [" + ONE + "}]}";
    private static final String WHOLE = ONE + ", \"delegations\": [" + DelegationsResource.TOLD + "]}";

    private final AgentDesk desk;
    private final Mandates mandates;
    private final LastUse lastUse;
    private final CallerInRequest caller;

    AgentsResource(AgentDesk desk, Mandates mandates, LastUse lastUse, CallerInRequest caller) {
        this.desk = desk;
        this.mandates = mandates;
        this.lastUse = lastUse;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All agents; for people who may not edit machines, those they can let act for them")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = AgentJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public AgentJson.Listing list() {
        return AgentJson.Listing.of(desk.all(caller.caller()));
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "One agent with those for whom it acts, ended delegations included")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = AgentJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public AgentJson.Shown read(@PathParam("id") String id) {
        return shown(desk.read(caller.caller(), Texts.id(id)));
    }

    @POST
    @Operation(summary = "Makes an agent; it may nothing until a policy names it and a person lets it act for him")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Named.class),
                            examples = @ExampleObject(name = "one", value = NAMED)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public Response create(@Nullable Named named) {
        Agent made = desk.create(caller.caller(), () -> Texts.body(named).required());
        return Response.created(URI.create("/api/v1/agents/" + made.id()))
                .entity(shown(made))
                .build();
    }

    @PATCH
    @Path("/" + ID)
    @Operation(summary = "Names it otherwise, suspends or resumes it: suspended, it acts for nobody")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Named.class),
                            examples = @ExampleObject(name = "suspended", value = SUSPENDED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public AgentJson.Shown edit(@PathParam("id") String id, @Nullable Named named) {
        return shown(
                desk.edit(caller.caller(), Texts.id(id), () -> Texts.body(named).edit()));
    }

    private AgentJson.Shown shown(Agent agent) {
        List<Delegation> delegations = mandates.toAgent(agent.id());
        return AgentJson.Shown.of(
                agent,
                DelegationJson.Listed.of(
                        delegations,
                        lastUse.of(delegations.stream().map(Delegation::id).toList())));
    }
}
