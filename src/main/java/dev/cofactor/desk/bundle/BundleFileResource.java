// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.PublicId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The one way by which seeds leave, and they leave sealed. */
@Path("/api/v1/bundles")
class BundleFileResource {
    private final Sealing sealing;
    private final CallerInRequest caller;

    BundleFileResource(Sealing sealing, CallerInRequest caller) {
        this.sealing = sealing;
        this.caller = caller;
    }

    @POST
    @Path("/{id: bdl_[0-9a-z]{26}}/file")
    @Produces("application/octet-stream")
    @Operation(
            summary =
                    "Seals a bundle that two people agreed to, and hands it out, once; each value is on the log first")
    @APIResponse(responseCode = "200", description = "src/docs/formats/bundle.md says what it is")
    public Response file(@PathParam("id") String id) {
        Sealing.Made made = sealing.make(caller.caller(), BundleJson.id(id));
        return Response.ok(made.file(), "application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + PublicId.BUNDLE.of(made.bundle()) + ".cofactor\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
