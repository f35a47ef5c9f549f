// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;

/** Pages to fail against. */
@Path("/test")
@Produces("text/html")
public class SamplePages {
    private final CsrfToken csrf;

    SamplePages(CsrfToken csrf) {
        this.csrf = csrf;
    }

    @GET
    @PermitAll
    public String form() {
        return csrf.token() + " " + csrf.token();
    }

    @POST
    @PermitAll
    @Consumes("application/x-www-form-urlencoded")
    public String post(@FormParam("name") @Nullable String name) {
        return "got " + name;
    }

    @POST
    @PermitAll
    @Path("/json")
    @Consumes("application/json")
    public String json(SampleApi.Part part) {
        return "got " + part.label();
    }

    @GET
    @PermitAll
    @Path("/seen")
    public String seen(
            @HeaderParam("Cookie") @Nullable String cookie, @HeaderParam("Authorization") @Nullable String bearer) {
        return "cookie " + (cookie != null) + ", header " + (bearer != null);
    }

    @GET
    @PermitAll
    @Path("/problem/{kind}")
    public String problem(@PathParam("kind") Problem.Kind kind) {
        throw new Problem(kind, "sample", "a sample");
    }

    @GET
    @PermitAll
    @Path("/boom")
    public String boom() {
        throw new IllegalStateException("boom");
    }
}
