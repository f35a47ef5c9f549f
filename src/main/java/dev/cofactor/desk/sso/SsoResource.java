// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.desk.sso.SsoJson.Given;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Single sign-on, for whoever may edit people. */
@Path("/api/v1/sso")
@Produces("application/json")
@Consumes("application/json")
class SsoResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String GIVEN =
            "{\"claim\": \"/platform\", \"group\": \"0192d9a0-0000-7000-8000-000000000003\"}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000005", "claim": "/platform",
             "group": "0192d9a0-0000-7000-8000-000000000003", "groupName": "Platform team"}""";
    private static final String LISTED = "{\"groups\": [" + ONE + "]}";
    private static final String LINKED = """
            {"issuer": "https://login.example.org/realms/staff", "subject": "f3b1c1de-6d2a-4c55-9a52-6f1f0d5e7a10",
             "since": "2026-11-28T16:00:00Z"}""";

    private final GroupMap map;
    private final Links links;
    private final CallerInRequest caller;

    SsoResource(GroupMap map, Links links, CallerInRequest caller) {
        this.map = map;
        this.links = links;
        this.caller = caller;
    }

    @GET
    @Path("/groups")
    @Operation(summary = "Which values of the provider's claim give which groups")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SsoJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public SsoJson.Listing groups() {
        return SsoJson.Listing.of(map.all(caller.caller()));
    }

    @POST
    @Path("/groups")
    @Operation(summary = "Lets a value give a group, from the next sign-in on; never a role")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "one", value = GIVEN)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SsoJson.Mapped.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response map(@Nullable Given given) {
        GroupMap.Mapping made = map.add(caller.caller(), () -> body(given).wanted());
        return Response.created(URI.create("/api/v1/sso/groups/" + made.id()))
                .entity(SsoJson.Mapped.of(made))
                .build();
    }

    @DELETE
    @Path("/groups/" + ID)
    @Operation(summary = "Lets a value give a group no more, in sessions that stand too")
    public Response unmap(@PathParam("id") String id) {
        map.remove(caller.caller(), SsoJson.id(id));
        return Response.noContent().build();
    }

    @GET
    @Path("/links/" + ID)
    @Operation(summary = "Who at the provider a person is")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SsoJson.Linked.class),
                            examples = @ExampleObject(name = "one", value = LINKED)))
    public SsoJson.Linked link(@PathParam("id") String person) {
        return SsoJson.Linked.of(links.read(caller.caller(), SsoJson.id(person)));
    }

    @DELETE
    @Path("/links/" + ID)
    @Operation(summary = "Takes a person's link away; the sessions it opened end")
    public Response unlink(@PathParam("id") String person) {
        links.remove(caller.caller(), SsoJson.id(person));
        return Response.noContent().build();
    }

    private static Given body(@Nullable Given given) {
        if (given == null) {
            throw SsoRefused.invalid("something that is needed is not there");
        }
        return given;
    }
}
