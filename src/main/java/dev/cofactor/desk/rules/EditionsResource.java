// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The editions that are and were in force, for whoever may edit policies. */
@Path("/api/v1/policies/editions")
@Produces("application/json")
class EditionsResource {
    private static final String JSON = "application/json";
    private static final String NUMBER = "[0-9]{1,18}";
    private static final int AT_ONCE = 50;
    private static final String EDITION = """
            {"edition": 2, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "savedAt": "2026-11-21T16:00:00Z", "savedBy": "0190f000-0000-7000-8000-0000000000b1", "parts": ["added"]""";
    private static final String LISTED = "{\"editions\": [" + EDITION + "}], \"before\": 2}";
    private static final String ONE =
            EDITION + ", \"document\": {\"format\": \"cofactor-policies/1\", \"policies\": []}}";
    private static final String COMPARED = """
            {"from": 1, "to": 2, "added": [], "changed": [], "withdrawn": [{"id": "0190f000-0000-7000-8000-000000000001",
             "name": "Operations fetch codes below aws", "parts": ["withdrawn"],
             "before": "Operations may fetch codes below aws."}]}""";

    private final EditionDesk desk;
    private final CallerInRequest caller;

    EditionsResource(EditionDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The editions, newest first: who saved each, and what changed by it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public ChangeJson.Listing list(@QueryParam("before") @Nullable String before) {
        long from = before == null ? Long.MAX_VALUE : number(before);
        return ChangeJson.Listing.of(desk.list(caller.caller(), from, AT_ONCE));
    }

    @GET
    @Path("/{number: " + NUMBER + "}")
    @Operation(summary = "One edition, with its document")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeJson.Kept.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public ChangeJson.Kept read(@PathParam("number") String number) {
        return ChangeJson.Kept.of(desk.read(caller.caller(), number(number)));
    }

    @GET
    @Path("/compare")
    @Operation(summary = "What two editions say differently, policy by policy")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeJson.Compared.class),
                            examples = @ExampleObject(name = "one", value = COMPARED)))
    public ChangeJson.Compared compare(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return ChangeJson.Compared.of(desk.compare(caller.caller(), number(from), number(to)));
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches(NUMBER)) {
            throw new Problem(Problem.Kind.INVALID, "edition-number-malformed", "an edition is named by its number");
        }
        return Long.parseLong(text);
    }
}
