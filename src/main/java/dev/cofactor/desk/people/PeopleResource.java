// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.people.PersonJson.Called;
import dev.cofactor.desk.people.PersonJson.Given;
import dev.cofactor.desk.people.PersonJson.Reached;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** People and their invitations, for whoever may edit people. */
@Path("/api/v1/people")
@Produces("application/json")
@Consumes("application/json")
class PeopleResource {
    private static final String JSON = "application/json";
    private static final String ID = "{id: [0-9a-f-]{36}}";
    private static final String GIVEN = "{\"accountName\": \"anna\", \"name\": \"Anna Berg\"}";
    private static final String CALLED = "{\"name\": \"Anna Berg\"}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000001", "accountName": "anna", "name": "Anna Berg", "state": "invited"}""";
    private static final String MAIL = "/" + ID + "/mail";
    private static final String REACHED = "{\"address\": \"anna@example.org\"}";
    private static final String MANAGER = "/" + ID + "/manager";
    private static final String LISTED =
            "{\"people\": [" + ONE + "], \"administrators\": {\"active\": 1, \"anotherIsNeeded\": true}}";
    private static final String WHOLE = "{\"person\": " + ONE + """
            , "groups": [{"id": "00000000-0000-8000-8000-000000000006", "name": "Everyone", "builtIn": true}], "manager": null, "mail": null}""";
    private static final String INVITED = "{\"person\": " + ONE + """
            , "link": "https://cofactor.example.org/activate/cfi_…", "until": "2026-11-21T17:00:00Z"}""";

    private final PeopleDesk desk;
    private final Administrators administrators;
    private final CallerInRequest caller;

    PeopleResource(PeopleDesk desk, Administrators administrators, CallerInRequest caller) {
        this.desk = desk;
        this.administrators = administrators;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "All people: invited, active, suspended and removed; and whether another administrator is needed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = PersonJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public PersonJson.Listing list() {
        return PersonJson.Listing.of(desk.all(caller.caller()), administrators);
    }

    @GET
    @Path("/" + ID)
    @Operation(summary = "One person, and the groups that he stands in, directly or through others")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = PersonJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public PersonJson.Shown read(@PathParam("id") String id) {
        return PersonJson.Shown.of(desk.read(caller.caller(), Texts.id(id)));
    }

    @POST
    @Operation(summary = "Adds a person with a link to come in by, which is shown in this answer and never again")
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
                            schema = @Schema(implementation = PersonJson.Invited.class),
                            examples = @ExampleObject(name = "one", value = INVITED)))
    public Response add(@Nullable Given given) {
        PeopleDesk.Invited added =
                desk.add(caller.caller(), () -> Texts.body(given).newcomer());
        return Response.created(
                        URI.create("/api/v1/people/" + added.seen().person().id()))
                .entity(PersonJson.Invited.of(added))
                .build();
    }

    @PATCH
    @Path("/" + ID)
    @Operation(summary = "Calls a person otherwise; the account name stays")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Called.class),
                            examples = @ExampleObject(name = "one", value = CALLED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = WHOLE)))
    public PersonJson.Shown rename(@PathParam("id") String id, @Nullable Called called) {
        return PersonJson.Shown.of(desk.rename(
                caller.caller(), Texts.id(id), () -> Texts.body(called).displayName()));
    }

    @PUT
    @Path(MANAGER + "/{manager: [0-9a-f-]{36}}")
    @Consumes("*/*")
    @Operation(summary = "Says who answers for a person")
    public Response manage(@PathParam("id") String id, @PathParam("manager") String manager) {
        desk.manage(caller.caller(), Texts.id(id), Optional.of(Texts.id(manager)));
        return Response.noContent().build();
    }

    @DELETE
    @Path(MANAGER)
    @Operation(summary = "Says that nobody answers for a person")
    public Response manageNoMore(@PathParam("id") String id) {
        desk.manage(caller.caller(), Texts.id(id), Optional.empty());
        return Response.noContent().build();
    }

    @PUT
    @Path(MAIL)
    @Operation(summary = "Says where a person gets mail; he is told, and so is the address before")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reached.class),
                            examples = @ExampleObject(name = "one", value = REACHED)))
    public Response mail(@PathParam("id") String id, @Nullable Reached reached) {
        desk.mail(
                caller.caller(),
                Texts.id(id),
                () -> Optional.of(Texts.body(reached).mail()));
        return Response.noContent().build();
    }

    @DELETE
    @Path(MAIL)
    @Operation(summary = "Says that a person gets no mail any more")
    public Response mailNoMore(@PathParam("id") String id) {
        desk.mail(caller.caller(), Texts.id(id), Optional::empty);
        return Response.noContent().build();
    }

    @POST
    @Path("/" + ID + "/invitation")
    @Operation(summary = "Invites once more who has not come yet: another link, and the one before is dead")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = INVITED)))
    public Response invite(@PathParam("id") String id) {
        PeopleDesk.Invited invited = desk.invite(caller.caller(), Texts.id(id));
        return Response.status(201).entity(PersonJson.Invited.of(invited)).build();
    }
}
