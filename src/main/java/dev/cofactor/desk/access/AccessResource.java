// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the caller could do now about a code, and what is missing. */
@Path("/api/v1/code")
class AccessResource {
    private static final String JSON = "application/json";
    private static final String SAID = """
            {"code": "approval-required", "at": "2026-12-01T09:00:00Z", "ways": [[
             {"step": "approval", "words": "ask 1 of Security"}]]}""";

    private final AccessDesk desk;
    private final CallerInRequest caller;

    AccessResource(AccessDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** @param code what a fetch would be answered; {@code ok} where the code would leave */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String code,
            Instant at,
            List<List<Step>> ways,
            @Nullable Instant opens) {
        static Answer of(Access access) {
            List<List<Step>> ways = access.ways().stream()
                    .map(way -> way.stream().map(Step::of).toList())
                    .toList();
            return new Answer(
                    access.code().orElse("ok"),
                    access.at(),
                    ways,
                    access.opens().orElse(null));
        }
    }

    /** One step of a way. */
    record Step(String step, String words) {
        static Step of(Access.Step one) {
            return new Step(one.kind(), one.words());
        }
    }

    @GET
    @Path("/{path: .+}/access")
    @Produces(JSON)
    @Operation(
            summary = "What the caller could do now about this code, and what is missing for it; nothing is released")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Answer.class),
                            examples = @ExampleObject(name = "to be approved", value = SAID)))
    public Response access(@PathParam("path") String path) {
        return Response.ok(Answer.of(desk.access(caller.caller(), path)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
