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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The keys that turn, and re-wrapping what is sealed under them. */
@Path("/api/v1/keys")
@Produces("application/json")
class KeysResource {
    private static final String JSON = "application/json";
    private static final String ID = "0192d9a0-0000-7000-8000-000000000000";
    private static final String VERSION = "{\"number\": 2, \"id\": \"" + ID
            + "\", \"promoted\": false, \"inUse\": false, \"destroyed\": false, \"rows\": 0}";
    private static final String OVERVIEW = "{\"keys\": [{\"kind\": \"values\", \"versions\": [" + VERSION
            + "], \"unknown\": 0}], \"roots\": [{\"fingerprint\": \"5f0c6a5d1b7e4a0f9c2d3e4f5a6b7c8d\","
            + " \"keys\": 9, \"own\": true}]}";
    private static final String PROGRESS = "{\"version\": 2, \"left\": 1200}";
    private static final String RUN =
            "{\"version\": 2, \"moved\": 4000, \"left\": 1200, \"again\": true, \"stuck\": []}";

    private final KeyDesk desk;
    private final CallerInRequest caller;

    KeysResource(KeyDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Which versions the keys of values and row codes have, how many rows name them, and root keys")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyReport.Overview.class),
                            examples = @ExampleObject(name = "all", value = OVERVIEW)))
    public KeyReport.Overview list() {
        return desk.overview(caller.caller());
    }

    @POST
    @Path("/{kind}/versions")
    @Operation(summary = "Adds a version that nothing uses yet, or answers the one that waits to be promoted")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyReport.Version.class),
                            examples = @ExampleObject(name = "second", value = VERSION)))
    public Response add(@PathParam("kind") String kind) {
        KeyReport.Version added = desk.add(caller.caller(), kind);
        return Response.created(URI.create("/api/v1/keys/" + kind + "/versions/" + added.number()))
                .entity(added)
                .build();
    }

    @POST
    @Path("/{kind}/versions/{number}/promotion")
    @Operation(summary = "From now on the newest version seals; within a minute on all servers")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyReport.Version.class),
                            examples = @ExampleObject(name = "second", value = VERSION)))
    public KeyReport.Version promote(@PathParam("kind") String kind, @PathParam("number") String number) {
        return desk.promote(caller.caller(), kind, number(number));
    }

    @DELETE
    @Path("/{kind}/versions/{number}")
    @Operation(summary = "Destroys a version that no row names, a week after a newer one was promoted")
    @APIResponse(
            responseCode = "204",
            description = "Nothing that was sealed under it opens again, in no backup either")
    public Response destroy(@PathParam("kind") String kind, @PathParam("number") String number) {
        desk.destroy(caller.caller(), kind, number(number));
        return Response.noContent().build();
    }

    @GET
    @Path("/{kind}/rewrap")
    @Operation(summary = "How many rows are not under the version in use")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyReport.Progress.class),
                            examples = @ExampleObject(name = "under way", value = PROGRESS)))
    public KeyReport.Progress progress(@PathParam("kind") String kind) {
        return desk.progress(caller.caller(), kind);
    }

    @POST
    @Path("/{kind}/rewrap")
    @Operation(summary = "Puts rows under the version in use for some seconds; ask again until nothing more is moved")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyReport.Run.class),
                            examples = @ExampleObject(name = "under way", value = RUN)))
    public KeyReport.Run rewrap(@PathParam("kind") String kind) {
        return desk.rewrap(caller.caller(), kind);
    }

    /** What is no number is the number of no version. */
    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }
}
