// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** What people have yet to do, for whoever may edit people. */
@Path("/api/v1/required-actions")
@Produces("application/json")
@Consumes("application/json")
class RequiredActionsResource {
    private static final String JSON = "application/json";
    private static final String GIVEN =
            "{\"action\": \"set-up-second-factor\", \"group\": \"0192d9a0-0000-7000-8000-000000000002\"}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000001", "action": "set-up-second-factor",
             "whom": {"kind": "group", "id": "0192d9a0-0000-7000-8000-000000000002", "name": "On call"},
             "since": "2026-11-28T16:00:00Z"}""";
    private static final String LISTED = "{\"requiredActions\": [" + ONE + "]}";

    private final DutyDesk desk;
    private final CallerInRequest caller;

    RequiredActionsResource(DutyDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What is asked of whom before anything else, the oldest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = DutyJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public DutyJson.Listing list() {
        return DutyJson.Listing.of(desk.all(caller.caller()));
    }

    @POST
    @Operation(
            summary = "Asks something of a person, of a group (of everybody who stands in it, as long as he does) or of"
                    + " newcomers; until it is met nothing else works for them, sessions that stand included")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DutyJson.Given.class),
                            examples = @ExampleObject(name = "group", value = GIVEN)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = DutyJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response put(DutyJson.@Nullable Given given) {
        DutyDesk.Seen asked = desk.put(caller.caller(), () -> body(given).wanted());
        return Response.created(URI.create("/api/v1/required-actions/" + asked.id()))
                .entity(DutyJson.Shown.of(asked))
                .build();
    }

    @DELETE
    @Path("/{id: [0-9a-f-]{36}}")
    @Operation(summary = "Takes it back")
    public Response takeBack(@PathParam("id") String id) {
        desk.takeBack(caller.caller(), id(id));
        return Response.noContent().build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw DutyRefused.notFound();
        }
    }

    private static DutyJson.Given body(DutyJson.@Nullable Given given) {
        if (given == null) {
            throw DutyRefused.invalid("something that is needed is not there");
        }
        return given;
    }
}
