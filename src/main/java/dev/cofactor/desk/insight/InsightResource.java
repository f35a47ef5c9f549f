// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the rules come to, for whoever reviews access or edits policies. */
@Path("/api/v1/policies")
@Produces("application/json")
@Consumes("application/json")
class InsightResource {
    private static final String JSON = "application/json";
    private static final String ASKED = """
            {"actor": {"kind": "person", "id": "0190f000-0000-7000-8000-0000000000b1"}, "verb": "code.fetch",
             "secret": "aws/prod-root", "at": "2026-12-01T21:30:00Z", "address": "192.0.2.7",
             "stepUp": {"ago": "PT5M", "method": "passkey"}, "reason": "INC-9"}""";

    private static final String WHO = "{\"verb\": \"code.fetch\", \"secret\": \"aws/prod-root\", \"limit\": 100}";
    private static final String WITHDRAWN = "{\"withdraw\": \"0190f000-0000-7000-8000-000000000001\"}";

    private final Whys whys;
    private final WhoCans whoCans;
    private final WhatChanges changes;
    private final CallerInRequest caller;

    InsightResource(Whys whys, WhoCans whoCans, WhatChanges changes, CallerInRequest caller) {
        this.whys = whys;
        this.whoCans = whoCans;
        this.changes = changes;
        this.caller = caller;
    }

    @POST
    @Path("/why")
    @Operation(summary = "Why somebody may or may not, now or at another time and from another address")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "at night", value = ASKED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = WhyJson.Answer.class)))
    public Response why(byte @Nullable [] asked) {
        return Response.ok(WhyJson.Answer.of(whys.why(caller.caller(), () -> SupposedReader.read(asked))))
                .build();
    }

    @POST
    @Path("/who-can")
    @Operation(summary = "Who can do something to a secret or to the installation: always, sometimes or never, and how")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "fetch", value = WHO)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = WhoCanJson.Answer.class)))
    public Response whoCan(byte @Nullable [] asked) {
        return Response.ok(WhoCanJson.Answer.of(whoCans.whoCan(caller.caller(), () -> WhoCanAsked.read(asked))))
                .build();
    }

    @POST
    @Path("/what-changes")
    @Operation(
            summary = "Who would gain and who would lose by a whole set of policies, by one policy, or without one;"
                    + " nothing is saved")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "without one", value = WITHDRAWN)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ChangesJson.Answer.class)))
    public Response whatChanges(byte @Nullable [] wanted) {
        return Response.ok(ChangesJson.Answer.of(changes.whatChanges(caller.caller(), () -> Wanted.read(wanted))))
                .build();
    }
}
