// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.welcome;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Leads;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The first steps stand on My Secrets; here they are put away. */
@Path("/first-steps")
@Produces(Leads.HTML)
class WelcomePages {
    /** In this browser, for a year. */
    @POST
    @Path("/put-away")
    public Response putAway() {
        return Leads.to("/secrets", Cookies.firstStepsPutAway());
    }
}
