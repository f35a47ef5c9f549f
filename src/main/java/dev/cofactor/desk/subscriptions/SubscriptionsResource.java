// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import dev.cofactor.desk.subscriptions.SubscriptionJson.Classes;
import dev.cofactor.desk.subscriptions.SubscriptionJson.Delivery;
import dev.cofactor.desk.subscriptions.SubscriptionJson.Listing;
import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a webhook is told of the log, for whoever may edit settings. */
@Path("/api/v1/channels/{id: chn_[0-9a-z]{26}}")
@Produces("application/json")
@Consumes("application/json")
class SubscriptionsResource {
    private static final String JSON = "application/json";
    private static final String DELIVERY = "/deliveries/{delivery: [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final String SOME = "{\"classes\": [\"code-released\", \"person-suspended\", \"request-refused\"]}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-4000-8000-000000000004", "type": "log.code-released",
             "event": "0192d9a0-0000-7000-8000-000000000003", "time": "2026-12-01T05:00:00Z", "state": "waiting",
             "attempts": 2, "next": "2026-12-01T05:01:10Z", "sent": null, "why": "answered-500"}""";
    private static final String LISTED = "{\"deliveries\": [" + ONE + "]}";

    private final SubscriptionDesk desk;
    private final CallerInRequest caller;

    SubscriptionsResource(SubscriptionDesk desk, CallerInRequest caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Path("/subscriptions")
    @Operation(summary = "The classes of the log's events that a webhook is told; the ETag is the channel's")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Classes.class),
                            examples = @ExampleObject(name = "some", value = SOME)))
    public Response read(@PathParam("id") String id) {
        return answer(desk.read(caller.caller(), SubscriptionJson.channel(id)));
    }

    @PUT
    @Path("/subscriptions")
    @Operation(summary = "Has a webhook told these classes of events and no others, from this answer on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Classes.class),
                            examples = @ExampleObject(name = "some", value = SOME)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Classes.class),
                            examples = @ExampleObject(name = "some", value = SOME)))
    public Response set(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, @Nullable Classes wanted) {
        return answer(desk.set(caller.caller(), SubscriptionJson.channel(id), () -> seen(match), () -> {
            if (wanted == null) {
                throw SubscriptionRefused.invalid("something that is needed is not there");
            }
            return wanted.read();
        }));
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "The latest messages to a channel, the newest first, and what became of each")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Listing.class),
                            examples = @ExampleObject(name = "one", value = LISTED)))
    public Listing deliveries(@PathParam("id") String id) {
        return new Listing(desk.latest(caller.caller(), SubscriptionJson.channel(id)).stream()
                .map(Delivery::of)
                .toList());
    }

    @POST
    @Path(DELIVERY + "/again")
    @Consumes("*/*")
    @Operation(summary = "Sends a message once more that was sent or given up, under the same id; a few times a minute")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Delivery.class),
                            examples = @ExampleObject(name = "one", value = ONE)))
    public Delivery again(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return Delivery.of(
                desk.again(caller.caller(), SubscriptionJson.channel(id), () -> SubscriptionJson.delivery(delivery)));
    }

    private static Response answer(SubscriptionDesk.Subscribed now) {
        return Response.ok(Classes.of(now.classes()))
                .header("ETag", "\"" + now.channel().event() + "\"")
                .build();
    }

    private static String seen(@Nullable String match) {
        if (match == null) {
            throw SubscriptionRefused.unseen();
        }
        return match.replace("\"", "");
    }
}
