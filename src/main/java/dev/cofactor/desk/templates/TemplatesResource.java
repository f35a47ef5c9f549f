// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
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

/** Templates: whoever is signed in reads them, template authors change them. */
@Path("/api/v1/templates")
@Produces("application/json")
@Consumes("application/json")
class TemplatesResource {
    private static final String JSON = "application/json";
    private static final String NAMED = "{\"name\": \"Team login\", \"description\": \"What our team shares\"}";
    private static final String FIELDS = """
            "fields": [
              {"name": "User name", "type": "single-line", "required": true, "open": true},
              {"name": "OTP", "type": "seed", "required": true, "open": false, "otp": {"kinds": ["totp"], "digits": [6],
               "periods": [30], "algorithms": ["SHA1"], "step": "same-actor", "leastLife": 5}}]""";
    private static final String MADE = "{\"name\": \"Team login\", " + FIELDS + "}";
    private static final String REVISED = "{" + FIELDS + "}";
    private static final String LISTED = """
            {"templates": [{"id": "tpl_0000000000g008010000000001", "name": "WebApp with OTP",
             "description": "A login to a web application that asks for a code", "predefined": true, "version": 1}]}""";
    private static final String WHOLE = """
            {"id": "tpl_0000000000g008010000000008", "name": "Secure note", "description": "Text", "predefined": true,
             "version": 1, "fields": [{"id": "fie_0000000000g008018000000201", "name": "Note", "description": "",
             "type": "multi-line", "required": true, "open": false}]}""";

    private final TemplateDesk desk;
    private final Templates templates;
    private final Gate gate;
    private final CallerInRequest caller;
    private final Ids ids;

    TemplatesResource(TemplateDesk desk, Templates templates, Gate gate, CallerInRequest caller, Ids ids) {
        this.desk = desk;
        this.templates = templates;
        this.gate = gate;
        this.caller = caller;
        this.ids = ids;
    }

    @GET
    @Operation(summary = "All templates, the predefined ones first")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = LISTED)))
    public TemplateJson.Listing list() {
        requireSomebody();
        return new TemplateJson.Listing(
                templates.all().stream().map(TemplateJson.Listed::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A template with the fields of its last version; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "note", value = WHOLE)))
    public Response read(@PathParam("id") String id) {
        requireSomebody();
        return answer(200, templates.find(id(id)).orElseThrow(this::missing));
    }

    @GET
    @Path("/{id}/versions/{number}")
    @Operation(summary = "A template with the fields of one version, which never changes")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "note", value = WHOLE)))
    public TemplateJson.Whole version(@PathParam("id") String id, @PathParam("number") String number) {
        requireSomebody();
        UUID asked = id(id);
        int version = number(number);
        Template template = templates.find(asked).orElseThrow(this::missing);
        return templates
                .version(asked, version)
                .map(found -> TemplateJson.Whole.of(template, found))
                .orElseThrow(this::missing);
    }

    @POST
    @Operation(summary = "Makes a template")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateJson.Made.class),
                            examples = @ExampleObject(name = "login", value = MADE)))
    public Response create(TemplateJson.@Nullable Made made) {
        return created(desk.create(
                caller.caller(), () -> body(made).label(), () -> body(made).draft(ids)));
    }

    @POST
    @Path("/{id}/clone")
    @Operation(summary = "Makes a template with the fields that another one has now")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateJson.Named.class),
                            examples = @ExampleObject(name = "login", value = NAMED)))
    public Response copy(@PathParam("id") String id, TemplateJson.@Nullable Named named) {
        return created(desk.copy(caller.caller(), id(id), () -> body(named).label()));
    }

    @POST
    @Path("/{id}/versions")
    @Operation(summary = "Adds a version; fields that are to keep their values name their ids")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateJson.Revised.class),
                            examples = @ExampleObject(name = "login", value = REVISED)))
    public Response revise(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            TemplateJson.@Nullable Revised revised) {
        UUID template = id(id);
        desk.revise(
                caller.caller(),
                template,
                () -> seen(match),
                () -> body(revised).draft(ids));
        return answer(201, templates.find(template).orElseThrow(TemplateDesk::notFound));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Calls it otherwise")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateJson.Named.class),
                            examples = @ExampleObject(name = "login", value = NAMED)))
    public Response rename(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            TemplateJson.@Nullable Named named) {
        UUID template = id(id);
        desk.rename(
                caller.caller(), template, () -> seen(match), () -> body(named).label());
        return answer(200, templates.find(template).orElseThrow(TemplateDesk::notFound));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a template that no secret is made from")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        desk.delete(caller.caller(), id(id), () -> seen(match));
        return Response.noContent().build();
    }

    private Response created(UUID id) {
        return answer(201, templates.find(id).orElseThrow(TemplateDesk::notFound));
    }

    private Response answer(int status, Template template) {
        TemplateVersion version =
                templates.version(template.id(), template.version()).orElseThrow(TemplateDesk::notFound);
        TemplateJson.Whole whole = TemplateJson.Whole.of(template, version);
        Response.ResponseBuilder response = Response.status(status)
                .header("ETag", "\"" + template.revision() + "\"")
                .entity(whole);
        return status == 201
                ? response.location(URI.create("/api/v1/templates/" + whole.id()))
                        .build()
                : response.build();
    }

    /** They hold no secret; but strangers, and people who were suspended, read nothing here. */
    private void requireSomebody() {
        if (!gate.view(caller.caller()).isOfSomebody()) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
        }
    }

    private Problem missing() {
        return desk.missing(caller.caller());
    }

    private static UUID id(String text) {
        return PublicId.TEMPLATE.read(text).orElseThrow(TemplateDesk::notFound);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw TemplateDesk.notFound();
        }
        return Integer.parseInt(text);
    }

    private static <T> T body(@Nullable T body) {
        if (body == null) {
            throw TemplateRefused.missing();
        }
        return body;
    }

    /** What is no ETag of ours matches nothing. */
    private static long seen(@Nullable String match) {
        if (match == null) {
            throw new Problem(
                    Problem.Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen");
        }
        return match.matches("\"[0-9]{1,18}\"") ? Long.parseLong(match.substring(1, match.length() - 1)) : -1;
    }
}
