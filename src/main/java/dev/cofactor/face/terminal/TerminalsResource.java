// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import dev.cofactor.desk.terminals.Handing;
import dev.cofactor.face.http.RequestIds;
import dev.cofactor.ground.identity.Home;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A terminal asks to be signed in, and comes back until its person has said a word. */
@PermitAll
@Path("/api/v1/terminals")
@Produces("application/json")
@Consumes("application/json")
class TerminalsResource {
    private static final String JSON = "application/json";
    private static final int INTERVAL_SECONDS = 2;
    private static final String BEGUN = """
            {"device": "ctd_K7vQ0m3cQ3mYyqFz1o0C5bX2pQk8d4sT6uV9wZ1aB3c", "code": "BCDF-GHJK",
             "url": "https://cofactor.example.org/terminal", "lasts": 300, "interval": 2}\
            """;
    private static final String HANDED = """
            {"status": "admitted", "credential": "cfp_…", "session": "0192d9a0-0000-7000-8000-000000000002",
             "ends": "2026-12-01T21:00:00Z"}\
            """;

    private final Handing handing;
    private final RequestIds requests;
    private final Home home;

    TerminalsResource(Handing handing, RequestIds requests, Home home) {
        this.handing = handing;
        this.requests = requests;
        this.home = home;
    }

    /** @param name by which its person knows it again; he is told that it is hearsay */
    record Asked(@Nullable String name) {}

    /**
     * What it was given.
     *
     * @param device what it comes back with, and shows nobody
     * @param code what its person types at the address
     * @param lasts for so many seconds
     * @param interval after so many seconds it may come back
     */
    record Begun(String device, String code, String url, long lasts, int interval) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Shown(@Nullable String device) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Waits(String status) {}

    record Handed(String status, String credential, UUID session, Instant ends) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @POST
    @Operation(
            summary = "Asks to be signed in: answers what its person types; no credential is needed, and none is given")
    @RequestBody(content = @Content(mediaType = JSON, schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Begun.class),
                            examples = @ExampleObject(name = "begun", value = BEGUN)))
    public Response ask(@Nullable Asked asked, RoutingContext routing) {
        String name = asked == null || asked.name() == null ? "" : asked.name();
        Handing.Begun begun = handing.begin(name, requests.line(routing));
        Begun answer = new Begun(
                begun.device(), begun.code(), home.link("/terminal"), Handing.LIFE.toSeconds(), INTERVAL_SECONDS);
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @POST
    @Path("/credential")
    @Operation(summary = "Comes back: 202 as long as nobody has said a word, then the person's credential, once")
    @RequestBody(content = @Content(mediaType = JSON, schema = @Schema(implementation = Shown.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Handed.class),
                            examples = @ExampleObject(name = "handed", value = HANDED)))
    @APIResponse(
            responseCode = "202",
            description = "Nobody has said a word yet",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Waits.class)))
    public Response collect(@Nullable Shown shown, RoutingContext routing) {
        String device = shown == null || shown.device() == null ? "" : shown.device();
        return handing.collect(device, requests.line(routing))
                .map(TerminalsResource::handed)
                .orElseGet(() -> Response.accepted(new Waits("waiting")).build());
    }

    private static Response handed(Handing.Handed handed) {
        return Response.ok(new Handed("admitted", handed.credential().value(), handed.session(), handed.ends()))
                .build();
    }
}
