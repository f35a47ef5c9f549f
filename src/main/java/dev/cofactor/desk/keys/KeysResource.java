// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.sealing.Rotation;
import dev.cofactor.ground.sealing.Rotation.Turning;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Stream;
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

    private final VersionDesk versions;
    private final RewrapDesk rewraps;
    private final RootDesk roots;
    private final CallerInRequest caller;

    KeysResource(VersionDesk versions, RewrapDesk rewraps, RootDesk roots, CallerInRequest caller) {
        this.versions = versions;
        this.rewraps = rewraps;
        this.roots = roots;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Which versions the keys of values and row codes have, how many rows name them, and root keys")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyJson.Overview.class),
                            examples = @ExampleObject(name = "all", value = OVERVIEW)))
    public KeyJson.Overview list() {
        return new KeyJson.Overview(
                Stream.of(Turning.values())
                        .map(what -> KeyJson.Turning.of(versions.standing(caller.caller(), what)))
                        .toList(),
                roots.all(caller.caller()).stream().map(KeyJson.Root::of).toList());
    }

    @POST
    @Path("/{kind}/versions")
    @Operation(summary = "Adds a version that nothing uses yet, or answers the one that waits to be promoted")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyJson.Version.class),
                            examples = @ExampleObject(name = "second", value = VERSION)))
    public Response add(@PathParam("kind") String kind) {
        Turning what = turning(kind);
        Rotation.Version added = versions.add(caller.caller(), what);
        return Response.created(URI.create("/api/v1/keys/" + what.word() + "/versions/" + added.version()))
                .entity(version(what, added))
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
                            schema = @Schema(implementation = KeyJson.Version.class),
                            examples = @ExampleObject(name = "second", value = VERSION)))
    public KeyJson.Version promote(@PathParam("kind") String kind, @PathParam("number") String number) {
        Turning what = turning(kind);
        return version(what, versions.promote(caller.caller(), what, number(number)));
    }

    @DELETE
    @Path("/{kind}/versions/{number}")
    @Operation(summary = "Destroys a version that no row names, a week after a newer one was promoted")
    @APIResponse(
            responseCode = "204",
            description = "Nothing that was sealed under it opens again, in no backup either")
    public Response destroy(@PathParam("kind") String kind, @PathParam("number") String number) {
        versions.destroy(caller.caller(), turning(kind), number(number));
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
                            schema = @Schema(implementation = KeyJson.Progress.class),
                            examples = @ExampleObject(name = "under way", value = PROGRESS)))
    public KeyJson.Progress progress(@PathParam("kind") String kind) {
        return KeyJson.Progress.of(rewraps.progress(caller.caller(), turning(kind)));
    }

    @POST
    @Path("/{kind}/rewrap")
    @Operation(summary = "Puts rows under the version in use for some seconds; ask again until nothing more is moved")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = KeyJson.Run.class),
                            examples = @ExampleObject(name = "under way", value = RUN)))
    public KeyJson.Run rewrap(@PathParam("kind") String kind) {
        return KeyJson.Run.of(rewraps.run(caller.caller(), turning(kind)));
    }

    private KeyJson.Version version(Turning what, Rotation.Version version) {
        return KeyJson.Version.of(versions.standing(caller.caller(), what), version);
    }

    private static Turning turning(String kind) {
        return Stream.of(Turning.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .orElseThrow(KeyRefused::notFound);
    }

    /** What is no number is the number of no version. */
    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
    }
}
