// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What somebody leaves behind, for whoever may edit people. */
@Path("/api/v1/people")
class LeaversResource {
    private static final String REPORT = "/{id: [0-9a-f-]{36}}/leaver-report";
    private static final String SECRET = """
            {"id": "sec_01jbct0000e008000000000000", "path": "aws/prod-root", "name": "Root of production"}""";
    private static final String WHOLE = """
            {"person": {"id": "0192d9a0-0000-7000-8000-000000000001", "accountName": "anna", "name": "Anna Berg",
              "state": "active"}, "at": "2026-11-28T17:00:00Z",
             "seeds": [{"secret": """ + SECRET + """
            , "state": "serving", "how": ["typed"], "last": "2026-11-21T16:00:00Z"}],
             "used": [{"secret": """ + SECRET + """
            , "codes": 12, "backupCodes": 0, "fields": 1, "last": "2026-11-27T08:00:00Z"}],
             "owned": [], "services": [], "tokens": [], "groups": [], "managed": [],
             "rest": {"personal": 2, "hidden": 0, "machines": 0, "unreadable": 0, "whole": true}}""";

    private final Leavers leavers;
    private final CallerInRequest caller;

    LeaversResource(Leavers leavers, CallerInRequest caller) {
        this.leavers = leavers;
        this.caller = caller;
    }

    @GET
    @Path(REPORT)
    @Produces("application/json")
    @Operation(
            summary = "What somebody leaves behind: seeds to enrol anew, what was released to him, what nobody else"
                    + " owns, tokens he issued; before he goes or afterwards")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeaverJson.Report.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public LeaverJson.Report report(@PathParam("id") String id) {
        return LeaverJson.of(leavers.report(caller.caller(), id(id)));
    }

    @GET
    @Path(REPORT + ".csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    @Operation(summary = "The same as a table")
    public String table(@PathParam("id") String id) {
        return LeaverCsv.of(leavers.report(caller.caller(), id(id)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
        }
    }
}
