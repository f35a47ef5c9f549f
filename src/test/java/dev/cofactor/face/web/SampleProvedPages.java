// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A page of a test's own that wants a fresh proof. */
@Path("/sample-proved")
@Produces(Leads.HTML)
class SampleProvedPages {
    @GET
    @ProvedWithin(minutes = 5)
    public String wanted() {
        return "proved within five minutes";
    }

    @POST
    @ProvedWithin(minutes = 5)
    public String done() {
        return "done";
    }
}
