// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import dev.cofactor.desk.bundle.Sealing;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A bundle, handed out once, as a file. */
@Path("/administration/bundles")
class BundleFilePages {
    private final Sealing sealing;
    private final Frame frame;

    BundleFilePages(Sealing sealing, Frame frame) {
        this.sealing = sealing;
        this.frame = frame;
    }

    @POST
    @Path(BundlePages.ONE + "/file")
    @Produces("application/octet-stream")
    public Response file(@PathParam("id") String id) {
        try {
            Sealing.Made made = sealing.make(frame.caller(), BundlePages.id(id));
            return Response.ok(made.file(), "application/octet-stream")
                    .header("Content-Disposition", "attachment; filename=\"" + id + ".cofactor\"")
                    .build();
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            return Leads.to("/administration/bundles/" + id + "?fault=" + Leads.asParameter(e.code()));
        }
    }

    /** Reloaded, nothing is made once more. */
    @GET
    @Path(BundlePages.ONE + "/file")
    @Produces(Leads.HTML)
    public Response fetched(@PathParam("id") String id) {
        return Leads.to("/administration/bundles/" + id);
    }
}
