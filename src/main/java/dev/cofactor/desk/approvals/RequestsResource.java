// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.grants.AccessRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Asking, taking back, looking. Nobody decides here: that takes a person at a page, with a fresh proof. */
@Path("/api/v1/requests")
@Produces("application/json")
class RequestsResource {
    private static final String JSON = "application/json";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String SECRET = """
            {"id": "sec_01jbct0000e008000000000000", "path": "aws/root",
             "template": "tpl_0000000000g00800000000002", "templateVersion": 1}""";
    private static final String ONE = """
            {"id": "req_01jbct0000e008000000000000", "url": "https://cofactor.example.org/requests/req_01jbct0000e008000000000000",
             "status": "pending", "glass": false, "reviewed": false,
             "by": {"id": "0192d9a0-0000-7000-8000-000000000002", "name": "Ada Lovelace"}, "person": null,
             "verb": "code.fetch", "secret": """ + SECRET + ", \"now\": " + SECRET + """
            , "clause": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "approvals": [{"quorum": 1, "of": [{"kind": "group", "id": "0192d9a0-0000-7000-8000-0000000000a1"}],
                            "decideWithin": "PT1H", "validFor": "PT30M", "uses": 3}],
             "reason": "the deployment of today", "ticket": null, "askedAt": "2026-11-29T10:00:00Z",
             "decideBy": "2026-11-29T11:00:00Z", "said": [], "grant": null,
             "approvers": [{"id": "0192d9a0-0000-7000-8000-000000000003", "name": "Grace Hopper"}]}""";
    private static final String LISTED = "{\"requests\": [" + ONE + "], \"next\": null}";
    private static final String ASKED =
            "{\"secret\": \"aws/root\", \"verb\": \"code.fetch\", \"reason\": \"the deployment of today\"}";

    private final Asking asking;
    private final Requests requests;
    private final CallerInRequest caller;

    RequestsResource(Asking asking, Requests requests, CallerInRequest caller) {
        this.asking = asking;
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Requests: waiting for the caller's word (the oldest first), his own, or all he had to do with")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public RequestJson.Listing list(
            @QueryParam("which") @Nullable String which,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = limit(limit);
        Optional<UUID> last = Optional.ofNullable(after).map(text -> PublicId.REQUEST
                .read(text)
                .orElseThrow(() -> AccessRefused.malformed("after is the id of a request")));
        return RequestJson.Listing.of(
                switch (which == null ? "mine" : which) {
                    case "waiting" -> requests.waiting(caller.caller(), last, most);
                    case "mine" -> requests.mine(caller.caller(), last, most);
                    case "history" -> requests.history(caller.caller(), last, most);
                    default -> throw AccessRefused.malformed("which is waiting, mine or history");
                });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One request, with those who could decide it now; looking changes nothing")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public RequestJson.Shown read(@PathParam("id") String id) {
        return shown(PublicId.REQUEST.read(id));
    }

    @POST
    @Consumes(JSON)
    @Operation(summary = "Asks for access; where the same is asked already, that request comes back")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Given.class),
                            examples = @ExampleObject(name = "code", value = ASKED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response ask(RequestJson.@Nullable Given given) {
        return made(asking.ask(caller.caller(), given(given).wish()));
    }

    @POST
    @Path("/break-glass")
    @Consumes(JSON)
    @Operation(
            summary = "Takes it without asking, where a policy says so: everybody passed over is told, and somebody else"
                    + " has to look at it afterwards")
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Given.class),
                            examples = @ExampleObject(name = "code", value = ASKED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response breakGlass(RequestJson.@Nullable Given given) {
        return made(asking.breakGlass(caller.caller(), given(given).wish()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Takes back what nobody has decided yet")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RequestJson.Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public RequestJson.Shown withdraw(@PathParam("id") String id) {
        Optional<UUID> request = PublicId.REQUEST.read(id);
        asking.withdraw(caller.caller(), request);
        return shown(request);
    }

    private Response made(AccessRequest request) {
        return Response.status(Response.Status.CREATED)
                .location(URI.create("/api/v1/requests/" + PublicId.REQUEST.of(request.id())))
                .entity(shown(Optional.of(request.id())))
                .build();
    }

    private RequestJson.Shown shown(Optional<UUID> id) {
        return RequestJson.Shown.of(requests.card(caller.caller(), id));
    }

    private static RequestJson.Given given(RequestJson.@Nullable Given given) {
        return given == null ? RequestJson.Given.NOTHING : given;
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw AccessRefused.malformed("limit is 1 to 200");
        }
        return Integer.parseInt(text);
    }
}
