// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Other people's exports: looked at, and then taken in. No answer holds a seed or a password. */
@Path("/api/v1/imports")
@Produces("application/json")
@Consumes("multipart/form-data")
class ImportsResource {
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final String LOOKED = """
            {"plan": "5d41…", "format": "aegis", "template": "tpl_0000000000g008010000000002", "version": 1,
             "folder": "web", "counts": {"broken": 0, "name-taken": 0, "new": 1, "same-seed": 0, "unsupported": 0},
             "entries": [{"number": 1, "title": "Example", "user": "team@example.com", "kind": "totp", "status": "new",
              "reason": null, "path": "web/example", "takes": ["Account", "OTP"], "leavesOut": ["notes"],
              "sameAs": null}]}""";
    private static final String DONE = """
            {"secrets": [{"number": 1, "id": "sec_01jbct0000e008000000000000", "path": "web/example"}]}""";

    private final ImportDesk desk;
    private final CallerInRequest caller;

    ImportsResource(ImportDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Says of each entry what would become of it: files of any name, folder and template, format and"
                    + " password where they are needed; nothing is kept")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ImportJson.Looked.class),
                            examples = @ExampleObject(name = "aegis", value = LOOKED)))
    public ImportJson.Looked look(@HeaderParam("Content-Type") @Nullable String type, byte @Nullable [] body) {
        try (Upload upload = Upload.read(body, type)) {
            return ImportJson.Looked.of(desk.look(caller.caller(), upload));
        }
    }

    @POST
    @Path("/apply")
    @Operation(
            summary =
                    "Takes in the new entries of the same files, or those named in entries: with plan, which was answered"
                            + " when they were looked at; all of them or none")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ImportJson.Done.class),
                            examples = @ExampleObject(name = "one", value = DONE)))
    public Response take(@HeaderParam("Content-Type") @Nullable String type, byte @Nullable [] body) {
        try (Upload upload = Upload.read(body, type)) {
            return Response.status(201)
                    .entity(ImportJson.Done.of(desk.take(caller.caller(), upload)))
                    .build();
        }
    }
}
