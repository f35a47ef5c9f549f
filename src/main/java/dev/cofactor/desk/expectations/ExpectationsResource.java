// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import dev.cofactor.desk.insight.Wanted;
import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.desk.rules.RuleJson;
import dev.cofactor.engine.foresight.Expectation;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.KeptExpectations.Kept;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the rules must keep saying, for whoever may edit them. An edit must show the version that its author has seen. */
@Path("/api/v1/policies/expectations")
@Produces("application/json")
@Consumes("application/json")
class ExpectationsResource {
    private static final String JSON = "application/json";
    private static final String ID = "/{id: [0-9a-f-]{36}}";
    private static final int VERSION = 38;
    private static final String WITHOUT_ONE = "{\"withdraw\": \"0190f000-0000-7000-8000-000000000001\"}";
    private static final String WANTED = """
            {"kind": "invariant", "name": "Machines never take backup codes", "never": ["backup-code.take"],
             "to": [{"kind": "services"}, {"kind": "agents"}], "on": [{"kind": "everything"}], "without": []}""";

    private final ExpectationDesk desk;
    private final OverrulingDesk overruling;
    private final CallerInRequest caller;

    ExpectationsResource(ExpectationDesk desk, OverrulingDesk overruling, CallerInRequest caller) {
        this.desk = desk;
        this.overruling = overruling;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All policy tests and invariants")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ExpectationJson.All.class)))
    public Response list() {
        return Response.ok(ExpectationJson.All.of(desk.list(caller.caller()))).build();
    }

    @GET
    @Path(ID)
    @Operation(summary = "One of them")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ExpectationJson.One.class)))
    public Response read(@PathParam("id") String id) {
        return answer(200, desk.read(caller.caller(), id(id))).build();
    }

    @POST
    @Operation(summary = "Adds a policy test or an invariant, if the rules in force keep it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "an invariant", value = WANTED)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ExpectationJson.One.class)))
    public Response add(byte @Nullable [] document) {
        Kept added = desk.add(caller.caller(), () -> written(document));
        return answer(201, added)
                .location(URI.create("/api/v1/policies/expectations/" + added.id()))
                .build();
    }

    @PUT
    @Path(ID)
    @Operation(summary = "Replaces one, if the rules in force keep the new one")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "an invariant", value = WANTED)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ExpectationJson.One.class)))
    public Response replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, byte @Nullable [] document) {
        return answer(200, desk.replace(caller.caller(), id(id), () -> seen(match), () -> written(document)))
                .build();
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Removes one: nothing keeps the rules to it any more")
    @APIResponse(responseCode = "204")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        desk.remove(caller.caller(), id(id), () -> seen(match));
        return Response.noContent().build();
    }

    @POST
    @Path("/run")
    @Operation(
            summary = "Whether the rules in force keep all of them; or other rules, sent as for what-changes."
                    + " Nothing is saved")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "without one policy", value = WITHOUT_ONE)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ExpectationJson.Run.class)))
    public Response run(byte @Nullable [] rules) {
        boolean none = rules == null || rules.length == 0;
        return Response.ok(ExpectationJson.Run.of(
                        desk.run(caller.caller(), () -> none ? Optional.empty() : Optional.of(Wanted.read(rules)))))
                .build();
    }

    @POST
    @Path("/overruling")
    @Operation(
            summary = "Asks a second person to let rules be saved that break some of them, sent as for what-changes;"
                    + " If-Match names the edition they were made of")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "without one policy", value = WITHOUT_ONE)))
    @APIResponse(
            responseCode = "202",
            description = "It is never done by its author alone",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public void overrule(@HeaderParam("If-Match") @Nullable String match, byte @Nullable [] rules) {
        overruling.ask(caller.caller(), () -> RuleJson.seen(match), () -> Wanted.read(rules));
    }

    private static Expectation written(byte @Nullable [] document) {
        return Trials.written(document == null ? new byte[0] : document);
    }

    private static Response.ResponseBuilder answer(int status, Kept kept) {
        ExpectationJson.One one = ExpectationJson.One.of(kept);
        return Response.status(status).header("ETag", one.version()).entity(one);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ExpectationDesk.notFound();
        }
    }

    /** What is no ETag of ours matches nothing. */
    private static UUID seen(@Nullable String match) {
        if (match == null) {
            throw new Problem(
                    Problem.Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which version you have seen");
        }
        return match.length() == VERSION && match.matches("\"[0-9a-f-]{36}\"")
                ? id(match.substring(1, VERSION - 1))
                : new UUID(0, 0);
    }
}
