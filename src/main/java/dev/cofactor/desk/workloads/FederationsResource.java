// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.desk.workloads.FederationJson.Edited;
import dev.cofactor.desk.workloads.FederationJson.Given;
import dev.cofactor.desk.workloads.FederationJson.Listing;
import dev.cofactor.desk.workloads.FederationJson.Result;
import dev.cofactor.desk.workloads.FederationJson.Shown;
import dev.cofactor.desk.workloads.FederationJson.Trial;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ledger.trust.Federation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Whose word lets programs in, for whoever may edit machines. */
@Path("/api/v1/federations")
@Produces("application/json")
@Consumes("application/json")
class FederationsResource {
    private static final String JSON = "application/json";
    private static final String ID = "/{id: [0-9a-f-]{36}}";
    private static final String CONDITIONS = """
            "audiences": ["https://cofactor.example.org"], "conditions": {"repository_id": "74",
             "repository_owner_id": "65", "ref": "refs/heads/main"}""";
    private static final String WANTED = """
            {"service": "0192d9a0-0000-7000-8000-000000000001", "name": "Deployment of the shop", "preset": "github",
             """ + CONDITIONS + "}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000002", "service": "0192d9a0-0000-7000-8000-000000000001",
             "name": "Deployment of the shop", "preset": "github", "issuer": "https://token.actions.githubusercontent.com",
             "algorithms": ["ES256", "RS256"], "keys": "served", "active": true, "since": "2026-11-28T16:00:00Z", "ended": null,
             "etag": "0192d9a0-0000-7000-8000-000000000003",
             """ + CONDITIONS + "}";
    private static final String LISTED = "{\"federations\": [" + ONE + "]}";
    private static final String SUSPENDED = "{\"active\": false}";
    private static final String TRIED = """
            {"letsIn": false, "readable": true, "issuer": true, "algorithm": true, "keys": true, "signature": true,
             "audience": true, "time": true, "conditions": {"repository_id": true, "repository_owner_id": true, "ref": false},
             "ambiguous": false}""";

    private final WorkloadDesk desk;
    private final Outbound outbound;
    private final CallerInRequest caller;

    FederationsResource(WorkloadDesk desk, Outbound outbound, CallerInRequest caller) {
        this.desk = desk;
        this.outbound = outbound;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All federations, those that ended included")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public Listing list() {
        return new Listing(desk.all(caller.caller()).stream().map(Shown::of).toList());
    }

    @GET
    @Path(ID)
    @Operation(summary = "One federation; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response read(@PathParam("id") String id) {
        return answer(200, desk.read(caller.caller(), id(id)));
    }

    @POST
    @Operation(summary = "Whoever this issuer vouches for on these conditions is that service")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "github", value = WANTED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response create(@Nullable Given given) {
        Federation made = desk.create(caller.caller(), () -> body(given).wanted(outbound::mayBePrivate));
        return answer(201, made);
    }

    @PATCH
    @Path(ID)
    @Operation(summary = "Changes its terms, its name, or whether it stands; issuer and service stay what they are")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Edited.class),
                            examples = @ExampleObject(name = "suspended", value = SUSPENDED)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response edit(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, @Nullable Edited edited) {
        return answer(
                200,
                desk.edit(
                        caller.caller(),
                        id(id),
                        () -> seen(match),
                        () -> body(edited).edit()));
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Ends it: nothing is released to those it let in from this answer on")
    public Response end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        desk.end(caller.caller(), id(id), () -> seen(match));
        return Response.noContent().build();
    }

    @POST
    @Path(ID + "/try")
    @Operation(summary = "Tells which conditions a token meets; lets nobody in, stores and repeats nothing of it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Trial.class),
                            examples = @ExampleObject(name = "token", value = "{\"token\": \"eyJ…\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Result.class),
                            examples = @ExampleObject(name = "another branch", value = TRIED)))
    public Result tryOut(@PathParam("id") String id, @Nullable Trial trial) {
        return Result.of(desk.tryOut(caller.caller(), id(id), () -> body(trial).required()));
    }

    private static Response answer(int status, Federation federation) {
        Response.ResponseBuilder response = Response.status(status)
                .header("ETag", "\"" + federation.event() + "\"")
                .entity(Shown.of(federation));
        return status == 201
                ? response.location(URI.create("/api/v1/federations/" + federation.id()))
                        .build()
                : response.build();
    }

    private static UUID id(String text) {
        return FederationJson.id(text);
    }

    private static <T> T body(@Nullable T body) {
        if (body == null) {
            throw FederationRefused.invalid("something that is needed is not there");
        }
        return body;
    }

    private static String seen(@Nullable String match) {
        if (match == null) {
            throw FederationRefused.unseen();
        }
        return match.replace("\"", "");
    }
}
