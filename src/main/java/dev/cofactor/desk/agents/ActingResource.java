// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.desk.machines.LastUse;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.mandates.Delegation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which agents act for somebody: for himself, and for whoever may edit people or machines. */
@Path("/api/v1/delegations")
@Produces("application/json")
class ActingResource {
    private static final String JSON = "application/json";
    private static final String LISTED = "{\"delegations\": [" + DelegationsResource.TOLD + "]}";

    private final DelegationDesk desk;
    private final LastUse lastUse;
    private final CallerInRequest caller;

    ActingResource(DelegationDesk desk, LastUse lastUse, CallerInRequest caller) {
        this.desk = desk;
        this.lastUse = lastUse;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "One's own delegations; with a person's id that person's, for whoever may edit people or machines")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = DelegationJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public DelegationJson.Listing list(@QueryParam("person") @Nullable String person) {
        List<Delegation> found =
                person == null ? desk.mine(caller.caller()) : desk.of(caller.caller(), Texts.id(person));
        return new DelegationJson.Listing(DelegationJson.Listed.of(
                found, lastUse.of(found.stream().map(Delegation::id).toList())));
    }
}
