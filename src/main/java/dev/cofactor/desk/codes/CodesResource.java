// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.CallerInRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The one-liner: a path or an id, and the code comes back. */
@Path("/api/v1/code")
class CodesResource {
    private static final String PATH = "/{path: .+}";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASKED = "{\"minValidity\": 10, \"wait\": 40, \"idempotencyKey\": \"deploy-4711\"}";
    private static final String CODE = """
            {"code": "123456", "type": "totp", "digits": 6, "period": 30, "step": 59823840,
             "validFrom": "2026-11-21T16:00:00Z", "validUntil": "2026-11-21T16:00:30Z", "secondsLeft": 17,
             "serverTime": "2026-11-21T16:00:12.480Z", "receipt": "0192d9a0-0000-7000-8000-000000000000"}""";

    private final Codes codes;
    private final CodesConfig config;
    private final Holders holders;
    private final CallerInRequest caller;

    CodesResource(Codes codes, CodesConfig config, Holders holders, CallerInRequest caller) {
        this.codes = codes;
        this.config = config;
        this.holders = holders;
        this.caller = caller;
    }

    @POST
    @Path(PATH)
    @Consumes(JSON)
    @Produces({JSON, TEXT})
    @Blocking // on this thread it asks once; it waits on none
    @RunOnVirtualThread
    @Operation(summary = "A live code, after that is on the log; text/plain has the bare code and a newline")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = CodeJson.Given.class),
                            examples = @ExampleObject(name = "patient", value = ASKED)))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = JSON,
                        schema = @Schema(implementation = CodeJson.Answer.class),
                        examples = @ExampleObject(name = "totp", value = CODE)),
                @Content(mediaType = TEXT, examples = @ExampleObject(name = "bare", value = "123456"))
            })
    public CompletionStage<Response> fetch(
            @PathParam("path") String path,
            @HeaderParam("Accept") @Nullable String accept,
            CodeJson.@Nullable Given given,
            RoutingContext routing) {
        return answer(path, accept, given == null ? CodeJson.Given.NOTHING : given, routing);
    }

    @POST
    @Path(PATH)
    @Consumes(FORM)
    @Produces({JSON, TEXT})
    @Blocking // on this thread it asks once; it waits on none
    @RunOnVirtualThread
    @Operation(summary = "The same, with what is asked for as the fields of a form")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = CodeJson.Answer.class),
                            examples = @ExampleObject(name = "totp", value = CODE)))
    public CompletionStage<Response> fetch(
            @PathParam("path") String path,
            @HeaderParam("Accept") @Nullable String accept,
            MultivaluedMap<String, String> form,
            RoutingContext routing) {
        return answer(path, accept, CodeJson.Given.of(form), routing);
    }

    private CompletionStage<Response> answer(
            String path, @Nullable String accept, CodeJson.Given given, RoutingContext routing) {
        Wish wish = given.wish(config.waitMax());
        boolean text = accept != null && accept.toLowerCase(Locale.ROOT).startsWith(TEXT);
        return codes.begin(new Request(caller.caller(), path, wish, Listening.until(routing)))
                .thenApply(fetched -> answer(fetched, text));
    }

    private Response answer(Fetched fetched, boolean text) {
        return text
                ? Response.ok(fetched.code().text() + "\n", TEXT + ";charset=UTF-8")
                        .header("X-Receipt", fetched.event())
                        .build()
                : Response.ok(CodeJson.Answer.of(fetched, takenBy(fetched)), JSON)
                        .build();
    }

    private CodeJson.@Nullable TakenBy takenBy(Fetched fetched) {
        return fetched.first().map(this::named).orElse(null);
    }

    private CodeJson.TakenBy named(Won.First first) {
        UUID actor = holders.actor(first.actor());
        return new CodeJson.TakenBy(actor.toString(), holders.name(actor).orElse(null), first.time());
    }
}
