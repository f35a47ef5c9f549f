// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Who had which backup codes, by their numbers. */
@Path("/api/v1/secrets")
@Produces("application/json")
class TakenResource {
    private static final String JSON = "application/json";
    private static final String TAKEN = """
            {"taken": [{"number": 4, "receipt": "0192d9a0-0000-7000-8000-000000000000",
             "actor": "0192d9a0-0000-7000-8000-000000000002", "name": "Ada Lovelace",
             "time": "2026-11-21T16:00:00Z", "result": "not-used"}]}""";

    private final Counts counts;
    private final CallerInRequest caller;

    TakenResource(Counts counts, CallerInRequest caller) {
        this.counts = counts;
        this.caller = caller;
    }

    @GET
    @Path("/{secret: sec_[0-9a-z]{26}}/backup-codes/taken")
    @Operation(summary = "Who had which of the present codes, and what became of them, for whoever may edit the secret")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BackupJson.Gone.class),
                            examples = @ExampleObject(name = "one", value = TAKEN)))
    public BackupJson.Gone taken(@PathParam("secret") String secret) {
        return new BackupJson.Gone(counts.taken(caller.caller(), secret).stream()
                .map(BackupJson.Taken::of)
                .toList());
    }
}
