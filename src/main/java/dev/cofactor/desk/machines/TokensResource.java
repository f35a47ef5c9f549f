// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.desk.machines.TokenJson.Ordered;
import dev.cofactor.desk.machines.TokenJson.Rotation;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a service shows, for whoever may edit machines. */
@Path("/api/v1/services/{id: [0-9a-f-]{36}}/tokens")
@Produces("application/json")
@Consumes("application/json")
class TokensResource {
    static final String TOLD = """
            {"id": "0192d9a0-0000-7000-8000-000000000002", "label": "build server", "ranges": ["192.0.2.0/24"],
             "since": "2026-11-21T16:00:00Z", "until": "2027-02-19T16:00:00Z", "ended": null, "replaces": null,
             "lastUsed": "2026-11-28T09:41:00Z"}""";
    private static final String JSON = "application/json";
    private static final String TOKEN = "/{token: [0-9a-f-]{36}}";
    private static final String ORDERED =
            "{\"label\": \"build server\", \"days\": 90, \"ranges\": [\"192.0.2.0/24\", \"2001:db8::/32\"]}";
    private static final String ISSUED = "{\"token\": \"cft_…\", \"about\": " + TOLD + "}";
    private static final String ROTATION = "{\"overlap\": 60}";

    private final TokenDesk desk;
    private final CallerInRequest caller;

    TokensResource(TokenDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
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
                            schema = @Schema(implementation = TokenJson.Issued.class),
                            examples = @ExampleObject(name = "one", value = ISSUED)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response issue(@PathParam("id") String id, @Nullable Ordered ordered) {
        return made(desk.issue(
                caller.caller(), Texts.id(id), () -> Texts.body(ordered).order()));
    }

    @POST
    @Path(TOKEN + "/rotate")
    @Operation(
            summary = "Issues another token in its place, shown in this answer and never again; both are good for so"
                    + " many minutes")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Rotation.class),
                            examples = @ExampleObject(name = "an hour", value = ROTATION)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = TokenJson.Issued.class),
                            examples = @ExampleObject(name = "one", value = ISSUED)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response rotate(@PathParam("id") String id, @PathParam("token") String token, @Nullable Rotation rotation) {
        return made(desk.rotate(
                caller.caller(),
                Texts.id(id),
                Texts.id(token),
                () -> Texts.body(rotation).minutes()));
    }

    @DELETE
    @Path(TOKEN)
    @Operation(summary = "Takes a token back: nothing is released to it from this answer on")
    public Response revoke(@PathParam("id") String id, @PathParam("token") String token) {
        desk.revoke(caller.caller(), Texts.id(id), Texts.id(token));
        return Response.noContent().build();
    }

    private static Response made(TokenDesk.Issued issued) {
        return Response.status(201).entity(TokenJson.Issued.of(issued)).build();
    }
}
