// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The backup codes of a secret: they go in as a pool, and only their number is told. */
@Path("/api/v1/secrets")
@Produces("application/json")
@Consumes("application/json")
class BackupCodesResource {
    private static final String CODES = "/{secret: sec_[0-9a-z]{26}}/backup-codes";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    private static final int MOST_LOW_WATER = 100;
    private static final String GIVEN = "{\"text\": \"1. 8hk3-22pq 2. m4td-90xs 3. 77ba-kz1c\", \"lowWater\": 2}";
    private static final String STATE = """
            {"field": "fie_0000000000g008018000000105", "left": 10, "total": 10, "lowWater": 3, "low": false,
             "since": "2026-11-21T16:00:00Z", "by": "0192d9a0-0000-7000-8000-000000000002"}""";

    private final BackupCodes codes;
    private final CallerInRequest caller;

    BackupCodesResource(BackupCodes codes, CallerInRequest caller) {
        this.codes = codes;
        this.caller = caller;
    }

    @GET
    @Path(CODES)
    @Operation(summary = "How many backup codes are left, never which; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Codes.class),
                            examples = @ExampleObject(name = "ten", value = STATE)))
    public Response read(@PathParam("secret") String secret) {
        return answer(codes.state(caller.caller(), secret, Optional.empty()), false);
    }

    @PUT
    @Path(CODES)
    @Operation(summary = "Puts a pool of backup codes in the place of the former one, of which nothing stays")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SeedJson.GivenCodes.class),
                            examples = @ExampleObject(name = "three", value = GIVEN)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Codes.class),
                            examples = @ExampleObject(name = "ten", value = STATE)))
    public Response replace(@PathParam("secret") String secret, SeedJson.@Nullable GivenCodes given) {
        if (given == null) {
            throw SeedRefused.malformed("send text");
        }
        Integer low = given.lowWater();
        OptionalInt lowWater = low == null ? OptionalInt.empty() : OptionalInt.of(lowWater(low));
        try (Plaintext text = SeedJson.plain(given.text())) {
            return answer(
                    codes.replace(caller.caller(), secret, Optional.ofNullable(given.field()), text, lowWater), true);
        }
    }

    @PUT
    @Path(CODES)
    @Consumes(TEXT)
    @Operation(summary = "The same with the text file that a site hands out")
    @RequestBody(content = @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Codes.class),
                            examples = @ExampleObject(name = "ten", value = STATE)))
    public Response replaceByFile(@PathParam("secret") String secret, byte @Nullable [] file) {
        try (Plaintext text = Plaintext.owning(file == null ? new byte[0] : file)) {
            return answer(codes.replace(caller.caller(), secret, Optional.empty(), text, OptionalInt.empty()), true);
        }
    }

    @PATCH
    @Path(CODES)
    @Operation(summary = "Says how few may be left before it is low")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SeedJson.LowWater.class),
                            examples = @ExampleObject(name = "two", value = "{\"lowWater\": 2}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Codes.class),
                            examples = @ExampleObject(name = "ten", value = STATE)))
    public Response setLowWater(
            @PathParam("secret") String secret,
            @HeaderParam("If-Match") @Nullable String match,
            SeedJson.@Nullable LowWater given) {
        Integer low = given == null ? null : given.lowWater();
        if (given == null || low == null) {
            throw SeedRefused.malformed("send lowWater");
        }
        return answer(
                codes.setLowWater(
                        caller.caller(),
                        secret,
                        Optional.ofNullable(given.field()),
                        SeedsResource.seen(match),
                        lowWater(low)),
                false);
    }

    private static int lowWater(int given) {
        if (given < 0 || given > MOST_LOW_WATER) {
            throw SeedRefused.malformed("lowWater is 0 to " + MOST_LOW_WATER);
        }
        return given;
    }

    private static Response answer(BackupCodes.State state, boolean justCame) {
        return Response.ok(SeedJson.Codes.of(state, justCame))
                .header("ETag", "\"" + state.version() + "\"")
                .build();
    }
}
