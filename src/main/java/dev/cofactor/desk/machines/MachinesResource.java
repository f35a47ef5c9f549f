// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.desk.machines.MachineJson.Given;
import dev.cofactor.desk.machines.MachineJson.Ordered;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Services and their tokens, for whoever may edit machines. */
@Path("/api/v1/services")
@Produces("application/json")
@Consumes("application/json")
class MachinesResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String TOKEN = "/" + ID + "/tokens/{token: [0-9a-f-]{36}}";
    private static final String NAMED = "{\"name\": \"Nightly deployment\"}";
    private static final String SUSPENDED = "{\"active\": false}";
    private static final String ORDERED = "{\"label\": \"build server\", \"days\": 90}";
    private static final String TOLD = """
            {"id": "0192d9a0-0000-7000-8000-000000000002", "label": "build server", "since": "2026-11-21T16:00:00Z",
             "until": "2027-02-19T16:00:00Z", "ended": null}""";
    private static final String WHOLE = """
            {"id": "0192d9a0-0000-7000-8000-000000000001", "name": "Nightly deployment", "active": true, "tokens": [""" + TOLD + "]}";
    private static final String LISTED = "{\"services\": [" + WHOLE + "]}";
    private static final String ISSUED = "{\"token\": \"cft_…\", \"about\": " + TOLD + "}";

    private final MachineDesk desk;
    private final Machines machines;
    private final CallerInRequest caller;

    MachinesResource(MachineDesk desk, Machines machines, CallerInRequest caller) {
        this.desk = desk;
        this.machines = machines;
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
        return shown(desk.read(caller.caller(), id(id)));
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
        Service made = desk.create(caller.caller(), () -> body(given).required());
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
        return shown(desk.edit(caller.caller(), id(id), () -> body(given).edit()));
    }

    @POST
    @Path("/" + ID + "/tokens")
    @Operation(summary = "Issues a token, which is shown in this answer and never again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Ordered.class),
                            examples = @ExampleObject(name = "quarter", value = ORDERED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = MachineJson.Issued.class),
                            examples = @ExampleObject(name = "one", value = ISSUED)))
    public Response issue(@PathParam("id") String id, @Nullable Ordered ordered) {
        MachineDesk.Issued issued =
                desk.issue(caller.caller(), id(id), () -> body(ordered).order());
        return Response.status(201).entity(MachineJson.Issued.of(issued)).build();
    }

    @DELETE
    @Path(TOKEN)
    @Operation(summary = "Takes a token back: nothing is released to it from this answer on")
    public Response revoke(@PathParam("id") String id, @PathParam("token") String token) {
        desk.revoke(caller.caller(), id(id), id(token));
        return Response.noContent().build();
    }

    private MachineJson.Shown shown(Service service) {
        return MachineJson.Shown.of(service, machines.tokensOf(service.id()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw MachineRefused.notFound();
        }
    }

    private static <T> T body(@Nullable T body) {
        if (body == null) {
            throw MachineRefused.invalid("something that is needed is not there");
        }
        return body;
    }
}
