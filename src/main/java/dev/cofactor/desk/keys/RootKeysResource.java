// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Changing the root key above all keys. */
@Path("/api/v1/keys/roots")
@Produces("application/json")
class RootKeysResource {
    private static final String JSON = "application/json";
    private static final String VERIFIED = """
            {"fingerprint": "5f0c6a5d1b7e4a0f9c2d3e4f5a6b7c8d", "whole": true, "fitting": 9, "missing": [], "unfit": []}""";

    private final KeyDesk desk;
    private final CallerInRequest caller;

    RootKeysResource(KeyDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Path("/next")
    @Operation(summary = "Wraps every key under the root key that this server's settings call the next one, too")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "whole", value = VERIFIED)))
    public KeyReport.Verified add() {
        return desk.addNextRoot(caller.caller());
    }

    @GET
    @Path("/next")
    @Operation(summary = "Opens every key with both root keys and compares")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "whole", value = VERIFIED)))
    public KeyReport.Verified verify() {
        return desk.verifyNextRoot(caller.caller());
    }

    @DELETE
    @Path("/{fingerprint}")
    @Operation(summary = "Takes away what is wrapped under a root key that no server uses any more, after a week")
    @APIResponse(responseCode = "204", description = "Ask again while the overview still lists it")
    public Response drop(@PathParam("fingerprint") String fingerprint) {
        desk.dropRoot(caller.caller(), fingerprint);
        return Response.noContent().build();
    }
}
