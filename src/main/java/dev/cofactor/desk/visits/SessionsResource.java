// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.visits;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The caller's own sessions, and nobody else's. */
@Path("/api/v1/sessions")
@Produces("application/json")
class SessionsResource {
    private static final String JSON = "application/json";
    private static final String LISTED = """
            {"sessions": [{"id": "0192d9a0-0000-7000-8000-000000000001", "kind": "browser", "stage": "full", "via": "local",
             "opened": "2026-11-28T08:00:00Z", "lastUsed": "2026-11-28T16:00:00Z", "ends": "2026-11-28T16:30:00Z",
             "current": false}, {"id": "0192d9a0-0000-7000-8000-000000000002", "kind": "api-credential", "stage": "full",
             "via": "local", "opened": "2026-11-28T09:00:00Z", "lastUsed": "2026-11-28T16:02:00Z",
             "ends": "2026-11-28T21:00:00Z", "current": true}]}""";

    private final VisitDesk desk;
    private final CallerInRequest caller;

    SessionsResource(VisitDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    record Listing(List<Shown> sessions) {}

    /**
     * A session that stands.
     *
     * @param stage half, as long as the second step is missing
     * @param lastUsed within a minute
     * @param current it is the one that asks
     */
    record Shown(
            UUID id,
            String kind,
            String stage,
            String via,
            Instant opened,
            Instant lastUsed,
            Instant ends,
            boolean current) {
        static Shown of(VisitDesk.Visit visit) {
            var session = visit.session();
            return new Shown(
                    session.id(),
                    session.programs() ? "api-credential" : "browser",
                    session.stage().name().toLowerCase(Locale.ROOT),
                    session.via().word(),
                    session.opened(),
                    session.used(),
                    session.ends(),
                    visit.here());
        }
    }

    @GET
    @Operation(summary = "Where the caller is signed in, and his credentials for programs, the oldest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Listing.class),
                            examples = @ExampleObject(name = "two", value = LISTED)))
    public Listing list() {
        return new Listing(desk.all(caller.caller()).stream().map(Shown::of).toList());
    }

    @DELETE
    @Path("/{id: [0-9a-f-]{36}}")
    @Operation(summary = "Ends one of them: nothing is released to it from this answer on")
    public Response end(@PathParam("id") String id) {
        desk.end(caller.caller(), id(id));
        return Response.noContent().build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new VisitDesk.NotFound();
        }
    }
}
