// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The whole set of policies as one document, to be kept in version control and put in force from there. */
@Path("/api/v1/policies/document")
@Produces("application/json")
@Consumes("application/json")
class DocumentResource {
    private static final String JSON = "application/json";
    private static final String SET = """
            {"format": "cofactor-policies/1", "policies": [{"id": "0190f000-0000-7000-8000-000000000001",
             "name": "Operations fetch codes below aws", "effect": "allow", "actions": ["code.fetch"],
             "to": [{"kind": "group", "id": "0190f000-0000-7000-8000-0000000000a1"}],
             "on": [{"kind": "folder", "id": "0190f000-0000-7000-8000-0000000000f1"}]}]}""";
    private static final String TRIED = """
            {"dryRun": true, "edition": 2, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "added": [], "changed": [{"id": "0190f000-0000-7000-8000-000000000001", "name": "Operations fetch codes below aws",
             "parts": ["changed: when"], "sentence": "Operations may fetch codes below aws, from 192.0.2.0/24.",
             "before": "Operations may fetch codes below aws."}], "withdrawn": []}""";

    private static final String DRY = "dry-run";
    private static final List<String> NOT = List.of("false");

    private final DocumentDesk desk;
    private final CallerInRequest caller;

    DocumentResource(DocumentDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The whole set in force, in its one spelling: its SHA-256 is the edition's hash")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = SET)))
    public Response read() {
        Edition edition = desk.taken(caller.caller());
        return answer(edition, edition.policies().canonical());
    }

    @PUT
    @Operation(summary = "Puts a whole set in force, or says what would change: what is not in it is withdrawn")
    @Parameter(
            name = DRY,
            in = ParameterIn.QUERY,
            description = "true: nothing is saved",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = SET)))
    @APIResponse(
            responseCode = "200",
            description = "The edition in force; of a dry run, what would change",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeJson.Trial.class),
                            examples = @ExampleObject(name = "tried", value = TRIED)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response put(
            @HeaderParam("If-Match") @Nullable String match, @Context UriInfo uri, byte @Nullable [] document) {
        byte[] sent = document == null ? new byte[0] : document;
        // Whoever misspells it did not mean to save.
        if (!uri.getQueryParameters().getOrDefault(DRY, NOT).equals(NOT)) {
            DocumentDesk.Trial trial = desk.tried(caller.caller(), () -> RuleJson.seen(match), () -> sent);
            return answer(trial.from(), ChangeJson.Trial.of(trial));
        }
        Edition edition = desk.put(caller.caller(), () -> RuleJson.seen(match), () -> sent);
        return answer(edition, new RuleJson.Withdrawn(edition.number(), edition.hash()));
    }

    private static Response answer(Edition edition, Object said) {
        return Response.ok(said).header("ETag", "\"" + edition.number() + "\"").build();
    }
}
