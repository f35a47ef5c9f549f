// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.notices;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.post.Inbox;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the caller was told, and nobody else. */
@Path("/api/v1/notices")
@Produces("application/json")
class NoticesResource {
    private static final String JSON = "application/json";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String STOPPED = """
            {"id": "0192d9a0-0000-7000-8000-000000000003", "kind": "seed-stopped", "time": "2026-11-21T16:00:00Z",
             "read": false, "secret": {"id": "sec_01jbct0000e008000000000000", "path": "aws/root", "name": "AWS root"},
             "field": "fie_0000000000g00801800000000m", "seed": "0192d9a0-0000-7000-8000-000000000001",
             "other": null, "person": null, "request": null, "change": null, "event": "0192d9a0-0000-7000-8000-000000000004",
             "by": {"id": "0192d9a0-0000-7000-8000-000000000002", "name": "Ada Lovelace"}}""";
    private static final String ELSEWHERE = """
            {"id": "0192d9a0-0000-7000-8000-000000000005", "kind": "seed-elsewhere", "time": "2026-11-21T15:00:00Z",
             "read": true, "secret": {"id": "sec_01jbct0000e008000000000000", "path": null, "name": null},
             "field": "fie_0000000000g00801800000000m", "seed": "0192d9a0-0000-7000-8000-000000000001",
             "other": null, "person": null, "request": null, "change": null, "event": "0192d9a0-0000-7000-8000-000000000006", "by": null}""";
    private static final String LISTED =
            "{\"notices\": [" + STOPPED + ", " + ELSEWHERE + "], \"unread\": 1, \"next\": null}";

    private final NoticeDesk desk;
    private final CallerInRequest caller;

    NoticesResource(NoticeDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What the caller was told, the newest first; names are those he may know now")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = NoticeJson.Listing.class),
                            examples = @ExampleObject(name = "two", value = LISTED)))
    public NoticeJson.Listing list(
            @QueryParam("unread") @Nullable String unread,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        int most = limit(limit);
        Optional<UUID> last = Optional.ofNullable(before)
                .map(text -> id(text).orElseThrow(() -> malformed("before is the id of a notice")));
        return NoticeJson.Listing.of(desk.list(caller.caller(), new Inbox.Wanted(flag(unread), last, most)), most);
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Says that the caller has read it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = NoticeJson.Told.class),
                            examples = @ExampleObject(name = "elsewhere", value = ELSEWHERE)))
    public NoticeJson.Told read(@PathParam("id") String id) {
        return NoticeJson.Told.of(desk.read(caller.caller(), id(id)));
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw malformed("unread is true or false");
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw malformed("limit is 1 to 200");
        }
        return Integer.parseInt(text);
    }

    private static Problem malformed(String message) {
        return new Problem(Problem.Kind.INVALID, "notice-request-malformed", message);
    }
}
