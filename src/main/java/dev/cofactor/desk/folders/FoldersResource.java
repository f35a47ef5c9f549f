// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Slug;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Folders, as far as the caller may see them. */
@Path("/api/v1/folders")
@Produces("application/json")
@Consumes("application/json")
class FoldersResource {
    private static final String JSON = "application/json";
    private static final String ROOT = "/";
    private static final String ONE = """
            {"id": "fld_01jbct0000e008000000000000", "parent": "/", "slug": "aws", "name": "Amazon", "path": "aws", "personal": false,
             "etag": "0192d9a0-0000-7000-8000-000000000000"}""";
    private static final String LISTED = "{\"folders\": [" + ONE + "]}";
    private static final String MADE = "{\"parent\": \"/\", \"slug\": \"aws\", \"name\": \"Amazon\"}";
    private static final String NAMED = "{\"slug\": \"aws\", \"name\": \"Amazon\"}";
    private static final String MOVED = "{\"parent\": \"cloud/providers\"}";

    private final FolderDesk desk;
    private final FolderView view;
    private final CallerInRequest caller;

    FoldersResource(FolderDesk desk, FolderView view, CallerInRequest caller) {
        this.desk = desk;
        this.view = view;
        this.caller = caller;
    }

    /** @param parent the path or id of a folder, or "/" for the root */
    record Made(
            @Nullable String parent,
            @Nullable String slug,
            @Nullable String name) {}

    /** What is not given stays. */
    record Named(@Nullable String slug, @Nullable String name) {}

    /** @param parent the path or id of a folder, or "/" for the root */
    record Moved(@Nullable String parent) {}

    /** A folder as it is shown. */
    record Shown(String id, String parent, String slug, String name, String path, boolean personal, String etag) {
        static Shown of(Folder folder) {
            return new Shown(
                    PublicId.FOLDER.of(folder.id()),
                    folder.parent().map(PublicId.FOLDER::of).orElse(ROOT),
                    folder.slug(),
                    folder.name(),
                    folder.path(),
                    folder.personalOf().isPresent(),
                    folder.event().toString());
        }
    }

    /** All that the caller may know of. */
    record Listing(List<Shown> folders) {}

    @GET
    @Operation(summary = "The folders in which the caller may see or edit something")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = LISTED)))
    public Listing list() {
        return new Listing(view.of(caller.caller()).stream().map(Shown::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One folder; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = ONE)))
    public Response read(@PathParam("id") String id) {
        return answer(200, view.one(caller.caller(), id(id)));
    }

    @POST
    @Operation(summary = "Makes a folder")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Made.class),
                            examples = @ExampleObject(name = "aws", value = MADE)))
    public Response create(@Nullable Made made) {
        Optional<FolderDesk.Where> where = where(made == null ? null : made.parent());
        return answer(
                201,
                desk.create(
                        caller.caller(),
                        where,
                        () -> label(given(made).slug(), given(made).name())));
    }

    @POST
    @Path("/personal")
    @Consumes("*/*")
    @Operation(summary = "The caller's own folder, which is made when it is first asked for")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, examples = @ExampleObject(name = "one", value = ONE)))
    public Response personal() {
        return answer(200, desk.personal(caller.caller()));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Calls it otherwise, which changes no right")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Named.class),
                            examples = @ExampleObject(name = "aws", value = NAMED)))
    public Response rename(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, @Nullable Named named) {
        return answer(
                200,
                desk.rename(
                        caller.caller(),
                        id(id),
                        () -> seen(match),
                        () -> label(given(named).slug(), given(named).name())));
    }

    @POST
    @Path("/{id}/move")
    @Operation(summary = "Puts it into another folder, with all that is in it; needs the right at both ends")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Moved.class),
                            examples = @ExampleObject(name = "cloud", value = MOVED)))
    @APIResponse(
            responseCode = "202",
            description = Waits.WHEN,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "waits", value = Waits.EXAMPLE)))
    public Response move(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, @Nullable Moved moved) {
        Optional<FolderDesk.Where> where = where(moved == null ? null : moved.parent());
        return answer(200, desk.move(caller.caller(), id(id), () -> seen(match), where));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a folder in which nothing lies")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        desk.delete(caller.caller(), id(id), () -> seen(match));
        return Response.noContent().build();
    }

    private static Response answer(int status, Folder folder) {
        Shown shown = Shown.of(folder);
        Response.ResponseBuilder response = Response.status(status)
                .header("ETag", "\"" + shown.etag() + "\"")
                .entity(shown);
        return status == 201
                ? response.location(URI.create("/api/v1/folders/" + shown.id())).build()
                : response.build();
    }

    private static Optional<FolderDesk.Where> where(@Nullable String parent) {
        return Optional.ofNullable(parent)
                .map(asked -> asked.equals(ROOT) ? new FolderDesk.Where.Root() : new FolderDesk.Where.In(asked));
    }

    private static FolderDesk.Label label(@Nullable String slug, @Nullable String name) {
        return new FolderDesk.Label(
                Optional.ofNullable(slug).map(Slug::new),
                Optional.ofNullable(name).map(DisplayName::of));
    }

    private static UUID id(String text) {
        return PublicId.FOLDER.read(text).orElseThrow(FolderDesk::notFound);
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw FolderDesk.missing();
        }
        return value;
    }

    private static String seen(@Nullable String match) {
        if (match == null) {
            throw new Problem(
                    Problem.Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen");
        }
        return match.replace("\"", "");
    }
}
