// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The rules, for whoever may edit them. Each answer's ETag names the edition, and an edit must show the last one. */
@Path("/api/v1/policies")
@Produces("application/json")
@Consumes("application/json")
class RulesResource {
    private static final String JSON = "application/json";
    private static final String ID = "/{id: [0-9a-f-]{36}}";
    private static final String RULE = """
            "name": "Operations fetch codes below aws", "effect": "allow", "actions": ["code.fetch"],
             "to": [{"kind": "group", "id": "0190f000-0000-7000-8000-0000000000a1"}],
             "on": [{"kind": "folder", "id": "0190f000-0000-7000-8000-0000000000f1"}]}""";
    private static final String WANTED = "{" + RULE;
    private static final String KEPT = "{\"id\": \"0190f000-0000-7000-8000-000000000001\", " + RULE;
    private static final String SAID =
            "\"policy\": " + KEPT + ", \"sentence\": \"Operations may fetch codes below aws.\"}";
    private static final String EDITION =
            "{\"edition\": 2, \"hash\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"";
    private static final String ONE = EDITION + ", " + SAID;
    private static final String ALL = EDITION + """
            , "savedAt": "2026-11-21T16:00:00Z", "savedBy": "0190f000-0000-7000-8000-0000000000b1", "policies": [{""" + SAID + "]}";
    private static final String WITHOUT = EDITION + "}";

    private final RuleDesk desk;
    private final CallerInRequest caller;

    RulesResource(RuleDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The edition in force: all policies, each with what it says in plain words")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.InForce.class),
                            examples = @ExampleObject(name = "one", value = ALL)))
    public Response list() {
        RuleDesk.InForce rules = desk.inForce(caller.caller());
        return answer(200, rules.edition(), RuleJson.InForce.of(rules)).build();
    }

    @GET
    @Path(ID)
    @Operation(summary = "One policy of the edition in force")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Stated.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response read(@PathParam("id") String id) {
        return stated(200, desk.read(caller.caller(), id(id))).build();
    }

    @POST
    @Operation(summary = "Adds a policy, by saving the next edition")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = WANTED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Stated.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response add(@HeaderParam("If-Match") @Nullable String match, byte @Nullable [] policy) {
        return created(desk.add(caller.caller(), () -> RuleJson.seen(match), id -> RuleJson.read(policy, id)));
    }

    @PUT
    @Path(ID)
    @Operation(summary = "Replaces a policy, by saving the next edition; where nothing changes none is saved")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = KEPT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Stated.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, byte @Nullable [] policy) {
        UUID which = id(id);
        return stated(
                        200,
                        desk.replace(
                                caller.caller(), which, () -> RuleJson.seen(match), () -> RuleJson.read(policy, which)))
                .build();
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Withdraws a policy: what it alone allowed is refused from this answer on")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Withdrawn.class),
                            examples = @ExampleObject(name = "next", value = WITHOUT)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response withdraw(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        Edition next = desk.withdraw(caller.caller(), id(id), () -> RuleJson.seen(match));
        return answer(200, next, RuleJson.Withdrawn.of(next)).build();
    }

    @PUT
    @Path(ID + "/state")
    @Operation(summary = "Puts a policy in force, or out of it: draft, active or disabled")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = "{\"state\": \"disabled\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Stated.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response put(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, byte @Nullable [] state) {
        return stated(200, desk.put(caller.caller(), id(id), () -> RuleJson.seen(match), () -> RuleJson.state(state)))
                .build();
    }

    @POST
    @Path(ID + "/clone")
    @Operation(summary = "Adds a draft that says the same as this policy")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RuleJson.Stated.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response copy(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        return created(desk.copy(caller.caller(), id(id), () -> RuleJson.seen(match)));
    }

    private static Response created(RuleDesk.Stated added) {
        return stated(201, added)
                .location(URI.create("/api/v1/policies/" + added.policy().id()))
                .build();
    }

    private static Response.ResponseBuilder stated(int status, RuleDesk.Stated stated) {
        return answer(status, stated.edition(), RuleJson.Stated.of(stated));
    }

    private static Response.ResponseBuilder answer(int status, Edition edition, Object said) {
        return Response.status(status)
                .header("ETag", "\"" + edition.number() + "\"")
                .entity(said);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
        }
    }
}
