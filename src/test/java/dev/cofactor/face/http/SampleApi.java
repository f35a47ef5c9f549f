// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API to fail against. */
@Path("/api/v1/test")
@PermitAll
public class SampleApi {
    record Sample(
            @NotBlank String name,
            int digits,
            List<@Valid Part> parts,
            Map<String, @Valid Part> byName,

            @Pattern(regexp = "[a-z]*", message = "was ${validatedValue}")
            String spliced) {}

    record Part(@Size(max = 3) String label, int length) {}

    record Chosen(String name) {
        Chosen {
            if (!name.equals("right")) {
                throw new Problem(Problem.Kind.CONFLICT, "not-right", "this is not the right name");
            }
        }
    }

    @POST
    public String take(@NotNull @Valid Sample sample) {
        return sample.name();
    }

    @POST
    @Path("/chosen")
    public String chosen(Chosen chosen) {
        return chosen.name();
    }

    @POST
    @Path("/form")
    @Consumes("application/x-www-form-urlencoded")
    public String form(@FormParam("reason") @Size(max = 5) String reason) {
        return reason;
    }

    @GET
    @Path("/number/{number}")
    public String number(@PathParam("number") int number, @QueryParam("page") @Nullable Integer page) {
        return "ok";
    }

    @GET
    @Path("/seen")
    public String seen(
            @HeaderParam("Cookie") @Nullable String cookie, @HeaderParam("Authorization") @Nullable String bearer) {
        return "cookie " + (cookie != null) + ", header " + (bearer != null);
    }

    @GET
    @Path("/problem/{kind}")
    public String problem(@PathParam("kind") Problem.Kind kind) {
        throw new Waiting(kind);
    }

    @GET
    @Path("/boom")
    public String boom(@HeaderParam("X-Boom") String value) {
        throw new IllegalStateException("could not use " + value, new IllegalArgumentException(value));
    }

    @GET
    @Path("/web")
    public String web(@HeaderParam("X-Boom") String value) {
        throw new WebApplicationException("could not use " + value, 409);
    }

    private static final class Waiting extends Problem {
        Waiting(Kind kind) {
            super(kind, "sample", "a sample", Duration.ofMillis(1500), Map.of("request", "req_1"), null);
        }
    }
}
