// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.desk.machines.MachineJson.Given;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
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

/** Services, for whoever may edit machines. */
@Path("/api/v1/services")
@Produces("application/json")
@Consumes("application/json")
class MachinesResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String NAMED = "{\"name\": \"Nightly deployment\"}";
    private static final String SUSPENDED = "{\"active\": false}";
    private static final String WHOLE = """
            {"id": "0192d9a0-0000-7000-8000-000000000001", "name": "Nightly deployment", "active": true, "tokens": [""" + TokensResource.TOLD + "]}";
    private static final String LISTED = "{\"services\": [" + WHOLE + "]}";

    private final MachineDesk desk;
    private final Machines machines;
    private final LastUse lastUse;
    private final CallerInRequest caller;

    MachinesResource(MachineDesk desk, Machines machines, LastUse lastUse, CallerInRequest caller) {
        this.desk = desk;
        this.machines = machines;
        this.lastUse = lastUse;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All services with what they show, ended tokens included")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = MachineJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public MachineJson.Listing list() {
        return new MachineJson.Listing(
                desk.all(caller.caller()).stream().map(this::shown).toList());
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "One service")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public MachineJson.Shown read(@PathParam("id") String id) {
        return shown(desk.read(caller.caller(), Texts.id(id)));
    }

    @POST
    @Operation(summary = "Makes a service; it may nothing until a policy names it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "one", value = NAMED)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public Response create(@Nullable Given given) {
        Service made = desk.create(caller.caller(), () -> Texts.body(given).required());
        return Response.created(URI.create("/api/v1/services/" + made.id()))
                .entity(shown(made))
                .build();
    }

    @PATCH
    @Path("/" + ID)
    @Operation(summary = "Names it otherwise, suspends or resumes it: suspended, none of its tokens is good")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "suspended", value = SUSPENDED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public MachineJson.Shown edit(@PathParam("id") String id, @Nullable Given given) {
        return shown(
                desk.edit(caller.caller(), Texts.id(id), () -> Texts.body(given).edit()));
    }

    private MachineJson.Shown shown(Service service) {
        List<Token> tokens = machines.tokensOf(service.id());
        return MachineJson.Shown.of(
                service, tokens, lastUse.of(tokens.stream().map(Token::id).toList()));
    }
}
