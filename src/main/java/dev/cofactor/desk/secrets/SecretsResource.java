// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.desk.secrets.SecretJson.Whole;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Secrets, as far as the caller may see them. No answer here holds a sealed value. */
@Path("/api/v1/secrets")
@Produces("application/json")
@Consumes("application/json")
class SecretsResource {
    static final String ID = "{id: sec_[0-9a-z]{26}}";
    private static final String JSON = "application/json";
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200;
    private static final String MADE = """
            {"template": "Generic web login", "folder": "aws", "slug": "root", "name": "AWS root",
             "fields": {"URL": "https://aws.amazon.com", "User name": "ops@example.org", "Password": "…"}}""";
    private static final String WHOLE = """
            {"id": "sec_01jbct0000e008000000000000", "path": "aws/root", "slug": "root", "name": "AWS root",
             "description": "", "template": {"id": "tpl_0000000000g008010000000005", "version": 1, "newest": 1},
             "state": "active", "personal": false, "tags": ["prod"], "owners": [], "watched": false,
             "fields": [{"id": "fie_0000000000g00801800000000m", "name": "Password", "type": "password", "required": true,
              "open": false, "set": true, "value": null, "since": "2026-11-20T12:00:00Z"}]}""";
    private static final String LISTED = """
            {"secrets": [{"id": "sec_01jbct0000e008000000000000", "path": "aws/root", "name": "AWS root",
             "template": "tpl_0000000000g008010000000005", "state": "active", "tags": ["prod"]}], "next": null}""";
    private static final String EDITED = "{\"name\": \"AWS root\", \"fields\": {\"Password\": \"…\", \"URL\": null}}";

    private final SecretDesk desk;
    private final PlaceDesk places;
    private final SecretView view;
    private final Templates templates;
    private final Catalogue catalogue;
    private final Folders folders;
    private final CallerInRequest caller;

    SecretsResource(
            SecretDesk desk,
            PlaceDesk places,
            SecretView view,
            Templates templates,
            Catalogue catalogue,
            Folders folders,
            CallerInRequest caller) {
        this.desk = desk;
        this.places = places;
        this.view = view;
        this.templates = templates;
        this.catalogue = catalogue;
        this.folders = folders;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Secrets the caller may know of; q looks in names, descriptions and open fields")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = LISTED)))
    public SecretJson.Listing list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("folder") @Nullable String folder,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("template") @Nullable String template,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = limit(limit);
        Optional<UUID> below = named(folder, one -> folders.find(one).map(Folder::id));
        Optional<UUID> tagged = named(tag, this::tag);
        Optional<UUID> made = named(template, one -> templates.named(one).map(Template::id));
        Optional<UUID> last = named(after, PublicId.SECRET::read);
        Catalogue.Wanted wanted = new Catalogue.Wanted(below, true, made, tagged, text(text), last, most);
        List<Placed> found = view.list(caller.caller(), wanted);
        Map<UUID, String> tags = catalogue.tags();
        return new SecretJson.Listing(
                found.stream().map(one -> SecretJson.Listed.of(one, tags)).toList(),
                found.size() < most ? null : PublicId.SECRET.of(found.getLast().secret()));
    }

    @GET
    @Path("/{pathOrId: .+}")
    @Operation(summary = "One secret by path or id; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "root", value = WHOLE)))
    public Response read(@PathParam("pathOrId") String pathOrId) {
        return answer(200, view.one(caller.caller(), pathOrId));
    }

    @POST
    @Operation(summary = "Makes a secret; seeds, backup codes and files are entered afterwards")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SecretJson.Made.class),
                            examples = @ExampleObject(name = "login", value = MADE)))
    public Response create(SecretJson.@Nullable Made made) {
        try (made) {
            UUID id = desk.create(
                    caller.caller(),
                    SecretJson.Made.outline(made),
                    () -> SecretJson.given(made).draft());
            return changed(201, id);
        }
    }

    @PATCH
    @Path("/" + ID)
    @Operation(summary = "Edits names, owners and fields; what is not given stays")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SecretJson.Edited.class),
                            examples = @ExampleObject(name = "password", value = EDITED)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            SecretJson.@Nullable Edited edited) {
        try (edited) {
            desk.edit(
                    caller.caller(),
                    id(id),
                    () -> seen(match),
                    () -> SecretJson.given(edited).edit());
            return changed(200, id(id));
        }
    }

    @POST
    @Path("/" + ID + "/move")
    @Operation(summary = "Puts it into another folder; needs the right at both ends")
    @APIResponse(responseCode = "202", description = Waits.WHEN)
    public Response move(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            SecretJson.@Nullable Moved moved) {
        Optional<String> folder = Optional.ofNullable(moved).map(SecretJson.Moved::folder);
        places.move(caller.caller(), id(id), () -> seen(match), folder);
        return changed(200, id(id));
    }

    @PUT
    @Path("/" + ID + "/tags")
    @Operation(summary = "Gives it these tags and no others; needs the right before and after")
    @APIResponse(responseCode = "202", description = Waits.WHEN)
    public Response tag(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            SecretJson.@Nullable Tagged tagged) {
        Set<Slug> understood = SecretJson.understood(tagged == null ? null : tagged.tags());
        places.tag(
                caller.caller(),
                id(id),
                () -> seen(match),
                understood,
                () -> SecretJson.given(tagged).slugs());
        return changed(200, id(id));
    }

    @POST
    @Path("/" + ID + "/template-version")
    @Operation(summary = "Moves it up to a later version of its template; fields keep their values")
    public Response useVersion(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            SecretJson.@Nullable Raised raised) {
        try (raised) {
            desk.useVersion(
                    caller.caller(),
                    id(id),
                    () -> seen(match),
                    () -> SecretJson.given(raised).raise());
            return changed(200, id(id));
        }
    }

    @DELETE
    @Path("/" + ID)
    @Operation(summary = "Deletes it; for a while it can be brought back")
    public SecretJson.Deleted delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        return new SecretJson.Deleted(places.delete(caller.caller(), id(id), () -> seen(match)));
    }

    @POST
    @Path("/" + ID + "/restore")
    @Operation(summary = "Brings a deleted secret back, to where it was if nothing else is said")
    @APIResponse(responseCode = "202", description = Waits.WHEN)
    public Response restore(@PathParam("id") String id, SecretJson.@Nullable Restored restored) {
        Optional<String> folder = Optional.ofNullable(restored).map(SecretJson.Restored::folder);
        places.restore(
                caller.caller(),
                id(id),
                folder,
                () -> SecretJson.given(restored).back());
        return changed(200, id(id));
    }

    /** As it stands after the caller's change. */
    Response changed(int status, UUID id) {
        Placed placed = catalogue.find(id).orElseThrow(SecretRefused::notFound);
        return answer(status, view.after(caller.caller(), placed));
    }

    private Response answer(int status, SecretView.Whole whole) {
        Placed placed = whole.placed();
        int newest = templates.find(placed.templateId()).map(Template::version).orElse(placed.templateVersion());
        Whole shown = Whole.of(whole, newest, catalogue.tags());
        Response.ResponseBuilder response = Response.status(status)
                .header("ETag", "\"" + placed.version() + "\"")
                .entity(shown);
        return status == 201
                ? response.location(URI.create("/api/v1/secrets/" + shown.id())).build()
                : response.build();
    }

    private Optional<UUID> tag(String nameOrId) {
        return PublicId.TAG
                .read(nameOrId)
                .or(() -> catalogue.tags().entrySet().stream()
                        .filter(one -> one.getValue().equals(nameOrId))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** What is not there is nowhere: an id of nothing, so that nothing is found. */
    private static Optional<UUID> named(@Nullable String text, Function<String, Optional<UUID>> find) {
        return Optional.ofNullable(text).map(one -> find.apply(one).orElse(NOWHERE));
    }

    private static String text(@Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw SecretRefused.invalid("what is looked for has at most 200 characters");
        }
        return text == null ? "" : text;
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        int number = limit.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(limit) : MOST + 1;
        if (number > MOST) {
            throw SecretRefused.invalid("a page has 1 to 200 secrets");
        }
        return number;
    }

    static UUID id(String text) {
        return PublicId.SECRET.read(text).orElseThrow(SecretRefused::notFound);
    }

    /** What is no ETag of ours matches nothing. */
    static long seen(@Nullable String match) {
        if (match == null) {
            throw SecretRefused.conditionMissing();
        }
        return match.matches("\"[0-9]{1,18}\"") ? Long.parseLong(match.substring(1, match.length() - 1)) : -1;
    }
}
