// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Puts a backup code back that was not used. */
@Path("/api/v1/releases")
@Produces("application/json")
class ReturnsResource {
    private static final String JSON = "application/json";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String RETURNED = """
            {"secret": "sec_01jbct0000e008000000000000", "number": 4,
             "release": "0192d9a0-0000-7000-8000-000000000000"}""";

    private final Returns returns;
    private final CallerInRequest caller;

    ReturnsResource(Returns returns, CallerInRequest caller) {
        this.returns = returns;
        this.caller = caller;
    }

    @POST
    @Path("/{receipt}/return")
    @Operation(summary = "Puts a backup code back that was reported not used, for whoever may edit the secret")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = BackupJson.Returned.class),
                            examples = @ExampleObject(name = "fourth", value = RETURNED)))
    public BackupJson.Returned putBack(@PathParam("receipt") String receipt) {
        Optional<UUID> id = ID.matcher(receipt).matches() ? Optional.of(UUID.fromString(receipt)) : Optional.empty();
        return BackupJson.Returned.of(returns.putBack(caller.caller(), id));
    }
}
