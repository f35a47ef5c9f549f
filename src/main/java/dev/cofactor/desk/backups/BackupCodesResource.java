// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.ground.identity.CallerInRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A path or an id, and one backup code comes back, which nobody else gets. */
@Path("/api/v1/backup-code")
class BackupCodesResource {
    private static final String PATH = "/{path: .+}";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASKED = "{\"idempotencyKey\": \"recovery-4711\", \"reason\": \"the phone is lost\"}";
    private static final String CODE = """
            {"code": "8hk3-22pq", "number": 4, "left": 6, "total": 10, "low": false, "again": false,
             "takenAt": "2026-11-21T16:00:12.480Z", "receipt": "0192d9a0-0000-7000-8000-000000000000"}""";
    private static final String LEFT = """
            {"left": 6, "total": 10, "low": false, "pools": [{"field": "fie_0000000000g008018000000105",
             "name": "Backup codes", "left": 6, "total": 10, "lowWater": 3, "low": false, "lastByApproval": 2,
             "byApproval": false, "restored": false}]}""";

    private final Handouts handouts;
    private final Counts counts;
    private final CallerInRequest caller;

    BackupCodesResource(Handouts handouts, Counts counts, CallerInRequest caller) {
        this.handouts = handouts;
        this.counts = counts;
        this.caller = caller;
    }

    @POST
    @Path(PATH)
    @Consumes(JSON)
    @Produces({JSON, TEXT})
    @RunOnVirtualThread
    @Operation(summary = "The next backup code, after that is on the log; text/plain has the bare code and a newline")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BackupJson.Wish.class),
                            examples = @ExampleObject(name = "safely", value = ASKED)))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(implementation = BackupJson.Answer.class),
                        examples = @ExampleObject(name = "fourth", value = CODE)),
                @Content(mediaType = TEXT, examples = @ExampleObject(name = "bare", value = "8hk3-22pq"))
            })
    public Response take(
            @PathParam("path") String path,
            @HeaderParam("Accept") @Nullable String accept,
            BackupJson.@Nullable Wish wish) {
        return answer(path, accept, wish == null ? BackupJson.Wish.NOTHING : wish);
    }

    @POST
    @Path(PATH)
    @Consumes(FORM)
    @Produces({JSON, TEXT})
    @RunOnVirtualThread
    @Operation(summary = "The same, with what is asked for as the fields of a form")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BackupJson.Answer.class),
                            examples = @ExampleObject(name = "fourth", value = CODE)))
    public Response take(
            @PathParam("path") String path,
            @HeaderParam("Accept") @Nullable String accept,
            MultivaluedMap<String, String> form) {
        return answer(path, accept, BackupJson.Wish.of(form));
    }

    @GET
    @Path(PATH)
    @Produces(JSON)
    @Operation(summary = "How many backup codes are left, never which, for whoever may take one or read about it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BackupJson.Left.class),
                            examples = @ExampleObject(name = "six", value = LEFT)))
    public BackupJson.Left left(@PathParam("path") String path) {
        return BackupJson.Left.of(counts.counts(caller.caller(), path));
    }

    private Response answer(String path, @Nullable String accept, BackupJson.Wish wish) {
        boolean text = accept != null && accept.toLowerCase(Locale.ROOT).startsWith(TEXT);
        Handed handed = handouts.take(wish.order(caller.caller(), path));
        return text
                ? Response.ok(handed.code() + "\n", TEXT + ";charset=UTF-8")
                        .header("X-Receipt", handed.event())
                        .build()
                : Response.ok(BackupJson.Answer.of(handed), JSON).build();
    }
}
