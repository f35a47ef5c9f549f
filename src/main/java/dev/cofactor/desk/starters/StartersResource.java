// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.starters;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.rules.RuleJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Policies to start from, for whoever may edit policies. */
@Path("/api/v1/policies/starters")
@Produces("application/json")
@Consumes("application/json")
class StartersResource {
    private static final String JSON = "application/json";
    private static final String LISTED = """
            {"starters": [{"key": "contractors-from-the-office", "name": "Contractors fetch only from the office",
             "sentence": "{contractors} may never fetch codes anywhere, except from 10.0.0.0/8.",
             "holes": [{"key": "contractors", "kind": "group", "what": "Who are contractors"}], "document": {}}]}""";
    private static final String CHOSEN = "{\"chosen\": {\"contractors\": \"0190f000-0000-7000-8000-0000000000a1\"}}";

    private final StarterDesk desk;
    private final CallerInRequest caller;

    StartersResource(StarterDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Something that has to be chosen. */
    record Hole(String key, String kind, String what) {}

    /** One to start from. */
    record Shown(
            String key,
            String name,
            String sentence,
            List<Hole> holes,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String document) {
        static Shown of(Starter starter) {
            List<Hole> holes = starter.holes().stream()
                    .map(hole -> new Hole(hole.key(), hole.kind().word(), hole.what()))
                    .toList();
            return new Shown(starter.key(), starter.name(), starter.pattern(), holes, starter.document());
        }
    }

    /** All there are. */
    record Listing(List<Shown> starters) {}

    @GET
    @Operation(summary = "Policies to start from: each with what it would say, and what has to be chosen for it")
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

    @POST
    @Path("/{key: [a-z-]{1,40}}")
    @Operation(summary = "Adds a draft made of one of them, with what was chosen in its holes")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = CHOSEN)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = RuleJson.Stated.class)))
    public Response start(
            @PathParam("key") String key, @HeaderParam("If-Match") @Nullable String match, byte @Nullable [] chosen) {
        RuleDesk.Stated draft = desk.start(caller.caller(), key, () -> RuleJson.seen(match), () -> chosen(chosen));
        return Response.status(201)
                .header("ETag", "\"" + draft.edition().number() + "\"")
                .location(URI.create("/api/v1/policies/" + draft.policy().id()))
                .entity(RuleJson.Stated.of(draft))
                .build();
    }

    private static Map<String, UUID> chosen(byte @Nullable [] body) {
        Placed root = Placed.document(body == null ? new byte[0] : body, RuleJson::spelled);
        root.onlyWith("chosen");
        Map<String, UUID> chosen = new HashMap<>();
        root.member("chosen").members().forEach((hole, id) -> chosen.put(hole, id.id()));
        return chosen;
    }
}
