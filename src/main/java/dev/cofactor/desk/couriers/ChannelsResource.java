// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.desk.couriers.ChannelJson.Edited;
import dev.cofactor.desk.couriers.ChannelJson.Given;
import dev.cofactor.desk.couriers.ChannelJson.Listing;
import dev.cofactor.desk.couriers.ChannelJson.Made;
import dev.cofactor.desk.couriers.ChannelJson.Result;
import dev.cofactor.desk.couriers.ChannelJson.Shown;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ledger.post.Channel;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where messages are sent outside, for whoever may edit settings. */
@Path("/api/v1/channels")
@Produces("application/json")
@Consumes("application/json")
class ChannelsResource {
    private static final String JSON = "application/json";
    private static final String ID = "/{id: chn_[0-9a-z]{26}}";
    private static final String WANTED = """
            {"kind": "webhook", "name": "Security's collector", "url": "https://collector.example.org/cofactor"}""";
    private static final String ONE = """
            {"id": "chn_01jbct0000e008000000000000", "kind": "webhook", "name": "Security's collector", "active": true,
             "since": "2026-11-29T16:00:00Z", "removed": null, "etag": "0192d9a0-0000-7000-8000-000000000003"}""";
    private static final String MADE = "{\"channel\": " + ONE + ", \"secret\": \"whsec_…\"}";
    private static final String LISTED = "{\"channels\": [" + ONE + "]}";
    private static final String OFF = "{\"active\": false}";
    private static final String TRIED = "{\"delivered\": false, \"why\": \"answered-500\"}";

    private final ChannelDesk desk;
    private final Trials trials;
    private final Outbound outbound;
    private final CallerInRequest caller;

    ChannelsResource(ChannelDesk desk, Trials trials, Outbound outbound, CallerInRequest caller) {
        this.desk = desk;
        this.trials = trials;
        this.outbound = outbound;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All channels, those that were removed included; none says where it leads")
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

    @GET
    @Path(ID)
    @Operation(summary = "One channel; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response read(@PathParam("id") String id) {
        return answer(desk.read(caller.caller(), ChannelJson.id(id)));
    }

    @POST
    @Operation(summary = "Adds a channel; the secret that signs for a webhook is shown in this answer and never again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Given.class),
                            examples = @ExampleObject(name = "webhook", value = WANTED)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Made.class),
                            examples = @ExampleObject(name = "one", value = MADE)))
    public Response create(@Nullable Given given) {
        Made made = Made.of(desk.create(caller.caller(), () -> body(given).wanted(outbound::mayBePrivate)));
        return Response.created(URI.create("/api/v1/channels/" + made.channel().id()))
                .header("ETag", "\"" + made.channel().etag() + "\"")
                .entity(made)
                .build();
    }

    @PATCH
    @Path(ID)
    @Operation(summary = "Names a channel, switches it off or on; where it leads stays what it is")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Edited.class),
                            examples = @ExampleObject(name = "switched off", value = OFF)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Response edit(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, @Nullable Edited edited) {
        return answer(desk.edit(
                caller.caller(),
                ChannelJson.id(id),
                () -> seen(match),
                () -> body(edited).edit()));
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "Removes a channel: nothing is told there from this answer on, and where it led is forgotten")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        desk.remove(caller.caller(), ChannelJson.id(id), () -> seen(match));
        return Response.noContent().build();
    }

    @POST
    @Path(ID + "/test")
    @Consumes("*/*")
    @Operation(summary = "Sends a test there, tells how it went and nothing of what was answered; a few times a minute")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Result.class),
                            examples = @ExampleObject(name = "refused", value = TRIED)))
    public Result tryOut(@PathParam("id") String id) {
        return Result.of(trials.ofChannel(caller.caller(), ChannelJson.id(id)));
    }

    @POST
    @Path(ID + "/secret")
    @Operation(
            summary =
                    "Makes another secret that signs, shown in this answer alone; for a while the one before signs beside it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChannelJson.Rotation.class),
                            examples = @ExampleObject(name = "a day", value = "{\"overlapMinutes\": 1440}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChannelJson.Rotated.class),
                            examples = @ExampleObject(name = "one", value = "{\"secret\": \"whsec_…\"}")))
    public ChannelJson.Rotated rotate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            ChannelJson.@Nullable Rotation wanted) {
        return new ChannelJson.Rotated(desk.rotate(
                caller.caller(),
                ChannelJson.id(id),
                () -> seen(match),
                () -> body(wanted).overlap()));
    }

    private static Response answer(Channel channel) {
        return Response.ok(Shown.of(channel))
                .header("ETag", "\"" + channel.event() + "\"")
                .build();
    }

    private static <T> T body(@Nullable T body) {
        if (body == null) {
            throw ChannelRefused.invalid("something that is needed is not there");
        }
        return body;
    }

    private static String seen(@Nullable String match) {
        if (match == null) {
            throw ChannelRefused.unseen();
        }
        return match.replace("\"", "");
    }
}
