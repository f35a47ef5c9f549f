// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Disaster bundles, for whoever may have them made; nothing sealed leaves here. */
@Path("/api/v1/bundles")
@Produces("application/json")
class BundlesResource {
    private static final String JSON = "application/json";
    private static final String ONE_ID = "/{id: bdl_[0-9a-z]{26}}";
    private static final String PERSON = "0192d9a0-0000-7000-8000-000000000001";
    private static final String FINGERPRINT = "3f5c0000000000000000000000000000000000000000000000000000000000aa";
    private static final String KEYS = "{\"keys\": [{\"person\": \"" + PERSON + "\", \"name\": \"Anna\","
            + " \"fingerprint\": \"" + FINGERPRINT + "\", \"since\": \"2026-12-01T09:00:00Z\"}]}";
    private static final String WANTED = "{\"name\": \"Winter\", \"secrets\": [\"aws/prod-root\"], \"holders\": [\""
            + PERSON + "\", \"0192d9a0-0000-7000-8000-000000000002\"], \"threshold\": 2}";
    private static final String ONE = "{\"id\": \"bdl_01jbct0000e008000000000000\", \"name\": \"Winter\","
            + " \"threshold\": 2, \"holders\": [{\"share\": 1, \"person\": \"" + PERSON + "\", \"name\": \"Anna\","
            + " \"fingerprint\": \"" + FINGERPRINT + "\"}], \"secrets\": [{\"id\": \"sec_01jbct0000e008000000000000\","
            + " \"path\": \"aws/prod-root\", \"code\": true, \"backupCodes\": true}], \"author\": \"" + PERSON
            + "\", \"agreedBy\": \"" + PERSON + "\", \"agreed\": \"2026-12-01T09:00:00Z\", \"madeBy\": null,"
            + " \"made\": null, \"uses\": []}";
    private static final String LISTED = "{\"bundles\": [" + ONE + "]}";
    private static final String TAKEN = "{\"uses\": 2, \"fresh\": 2, \"seeds\": 1, \"codes\": 1, \"twice\": 0,"
            + " \"head\": \"" + FINGERPRINT + "\"}";

    private final BundleDesk desk;
    private final HolderKeys keys;
    private final UseDesk uses;
    private final CallerInRequest caller;

    BundlesResource(BundleDesk desk, HolderKeys keys, UseDesk uses, CallerInRequest caller) {
        this.desk = desk;
        this.keys = keys;
        this.uses = uses;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Bundles that two people agreed to, the newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BundleJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public BundleJson.Listing list() {
        return new BundleJson.Listing(
                desk.all(caller.caller()).stream().map(BundleJson.Shown::of).toList());
    }

    @GET
    @Path("/keys")
    @Operation(summary = "Whose keys are registered; each registers his own on a page, freshly proved")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BundleJson.Keys.class),
                            examples = @ExampleObject(name = "one", value = KEYS)))
    public BundleJson.Keys keys() {
        return new BundleJson.Keys(
                keys.all(caller.caller()).stream().map(BundleJson.Key::of).toList());
    }

    @POST
    @Consumes(JSON)
    @Operation(summary = "Proposes a bundle; it waits for a second person, whoever asks and however alone he is")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BundleJson.Given.class),
                            examples = @ExampleObject(name = "two of two", value = WANTED)))
    @APIResponse(
            responseCode = "202",
            description = "Always: nobody has one made alone",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response propose(BundleJson.@Nullable Given given) {
        desk.propose(caller.caller(), () -> {
            if (given == null) {
                throw BundleRefused.invalid("something that is needed is not there");
            }
            return given.wanted();
        });
        return Response.accepted().build();
    }

    @GET
    @Path(ONE_ID)
    @Operation(summary = "One bundle, with what was opened from it as far as that was handed in")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BundleJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public BundleJson.Shown read(@PathParam("id") String id) {
        return BundleJson.Shown.of(desk.read(caller.caller(), BundleJson.id(id)));
    }

    @POST
    @Path(ONE_ID + "/uses")
    @Consumes("text/plain")
    @Operation(summary = "Takes the list of uses from beside the bundle; each line counts once, however often it comes")
    @RequestBody(content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = UseDesk.Taken.class),
                            examples = @ExampleObject(name = "two", value = TAKEN)))
    public UseDesk.Taken uses(@PathParam("id") String id, byte @Nullable [] text) {
        return uses.take(caller.caller(), BundleJson.id(id), text == null ? new byte[0] : text);
    }
}
