// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.people.PersonJson.Called;
import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Groups and who stands in them, for whoever may edit people. */
@Path("/api/v1/groups")
@Produces("application/json")
@Consumes("application/json")
class GroupsResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String MEMBER = "/" + ID + "/members/{member: [0-9a-f-]{36}}";
    private static final String CALLED = "{\"name\": \"Platform team\"}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000003", "name": "Platform team", "builtIn": false}""";
    private static final String LISTED = "{\"groups\": [" + ONE + "]}";
    private static final String WHOLE = "{\"group\": " + ONE + """
            , "members": [{"id": "0192d9a0-0000-7000-8000-000000000001", "kind": "person", "name": "Anna Berg"}], "through": []}""";

    private final GroupDesk desk;
    private final CallerInRequest caller;

    GroupsResource(GroupDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All groups, those that came along first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = GroupJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public GroupJson.Listing list() {
        return GroupJson.Listing.of(desk.all(caller.caller()));
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "One group, who stands in it directly, and who through other groups alone")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = GroupJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public GroupJson.Shown read(@PathParam("id") String id) {
        return GroupJson.Shown.of(desk.read(caller.caller(), Texts.id(id)));
    }

    @POST
    @Operation(summary = "Makes a group; it gives nothing until a policy names it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Called.class),
                            examples = @ExampleObject(name = "one", value = CALLED)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public Response create(@Nullable Called called) {
        GroupDesk.Seen made =
                desk.create(caller.caller(), () -> Texts.body(called).displayName());
        return Response.created(URI.create("/api/v1/groups/" + made.group().id()))
                .entity(GroupJson.Shown.of(made))
                .build();
    }

    @PATCH
    @Path("/" + ID)
    @Operation(summary = "Calls a group otherwise; those that came along keep their names")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Called.class),
                            examples = @ExampleObject(name = "one", value = CALLED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public GroupJson.Shown rename(@PathParam("id") String id, @Nullable Called called) {
        return GroupJson.Shown.of(desk.rename(
                caller.caller(), Texts.id(id), () -> Texts.body(called).displayName()));
    }

    @PUT
    @Path(MEMBER)
    @Operation(
            summary =
                    "Puts a person, a service or a group into a group; who stands there already goes on standing there")
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response join(@PathParam("id") String id, @PathParam("member") String member) {
        desk.join(caller.caller(), Texts.id(id), Texts.id(member));
        return Response.noContent().build();
    }

    @DELETE
    @Path(MEMBER)
    @Operation(summary = "Takes somebody out of a group: what it gave is gone from this answer on")
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response leave(@PathParam("id") String id, @PathParam("member") String member) {
        desk.leave(caller.caller(), Texts.id(id), Texts.id(member));
        return Response.noContent().build();
    }
}
