// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import dev.cofactor.desk.oversight.Streams;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who could have what, for whoever reviews access. */
@Path("/api/v1/access-review")
class ReviewResource {
    private static final String JSON = "application/json";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SIGNED = """
            {"at": "2026-11-28T21:00:00Z", "sha256":
             "0f343b0931126a20f133d67c2b018a3b1d5f1b1d0a1f4c7f7f5b0b1c2d3e4f50", "words": "looked at, two rights withdrawn"}""";
    private static final String KEPT = "{\"event\": \"0192d9a0-0000-7000-8000-000000000000\", \"rows\": 214}";

    private final ReviewDesk desk;
    private final Streams streams;
    private final CallerInRequest caller;

    ReviewResource(ReviewDesk desk, Streams streams, CallerInRequest caller) {
        this.desk = desk;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Path("/table.csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    @Operation(
            summary = "For every secret: who could have a code, a backup code or a field at a moment, through which"
                    + " policies, after which steps, and when he last did; the moment is in X-Reviewed-At")
    public Response table(@QueryParam("at") @Nullable String at) {
        Instant moment = desk.admitted(caller.caller(), Optional.ofNullable(at).map(ReviewResource::time));
        StreamingOutput table = out -> streams.run(out, to -> desk.write(moment, to));
        return Response.ok(table).header("X-Reviewed-At", moment.toString()).build();
    }

    @POST
    @Path("/sign-offs")
    @Consumes(JSON)
    @Produces(JSON)
    @Operation(summary = "Signs off the table of a moment, by its hash: that is on the log for good")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "one", value = SIGNED)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Kept.class),
                            examples = @ExampleObject(name = "one", value = KEPT)))
    public Kept signOff(@Nullable Given given) {
        ReviewDesk.SignedOff signed = desk.signOff(caller.caller(), read(given));
        return new Kept(signed.event(), signed.rows());
    }

    /** What somebody signs. */
    record Given(
            @Nullable String at,
            @Nullable String sha256,
            @Nullable String words) {}

    /** Where that is on the log. */
    record Kept(UUID event, long rows) {}

    private static ReviewDesk.SignOff read(@Nullable Given given) {
        if (given == null
                || given.at() == null
                || given.sha256() == null
                || !SHA256.matcher(given.sha256()).matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "sign-off-malformed",
                    "a sign-off has at, a time such as 2026-11-28T21:00:00Z, and sha256 in 64 digits");
        }
        String words = given.words() == null ? "" : given.words();
        return new ReviewDesk.SignOff(time(given.at()), given.sha256(), words);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(Problem.Kind.INVALID, "at-malformed", "at is a time such as 2026-11-28T21:00:00Z");
        }
    }
}
