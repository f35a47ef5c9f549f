// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.proposals.Waits;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Suspending people, letting them back, and removing them, for whoever may edit people. */
@Path("/api/v1/people/{id: [0-9a-f-]{36}}")
@Produces("application/json")
@Consumes("*/*")
class StatesResource {
    private static final String JSON = "application/json";
    private static final String SUSPENDED = """
            {"person": {"id": "0192d9a0-0000-7000-8000-000000000001", "accountName": "anna", "name": "Anna Berg",
             "state": "suspended"}, "groups": [], "manager": null}""";
    private static final String RESTORED = """
            {"person": {"id": "0192d9a0-0000-7000-8000-000000000001", "accountName": "anna", "name": "Anna Berg",
             "state": "active"}, "groups": [], "manager": null}""";

    private final StateDesk desk;
    private final CallerInRequest caller;

    StatesResource(StateDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Path("/suspend")
    @Operation(
            summary =
                    "Suspends a person: all sessions and API credentials end, and nothing is released to him any more")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = PersonJson.Shown.class),
                            examples = @ExampleObject(name = "suspended", value = SUSPENDED)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public PersonJson.Shown suspend(@PathParam("id") String id) {
        return PersonJson.Shown.of(desk.suspend(caller.caller(), Texts.id(id)));
    }

    @POST
    @Path("/restore")
    @Operation(summary = "Lets a suspended person back, with the groups that he stands in; he signs in anew")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = PersonJson.Shown.class),
                            examples = @ExampleObject(name = "active", value = RESTORED)))
    public PersonJson.Shown restore(@PathParam("id") String id) {
        return PersonJson.Shown.of(desk.restore(caller.caller(), Texts.id(id)));
    }

    @DELETE
    @Operation(
            summary = "Removes a person for good: what he showed himself with is erased, his groups end, his folder is"
                    + " locked; the log goes on naming him")
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response remove(@PathParam("id") String id) {
        desk.remove(caller.caller(), Texts.id(id));
        return Response.noContent().build();
    }
}
