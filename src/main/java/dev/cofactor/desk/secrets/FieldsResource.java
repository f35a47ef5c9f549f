// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Where.Content;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The fields of a secret, one at a time: the only place that answers with what was sealed. */
@Path("/api/v1/secrets")
class FieldsResource {
    private static final String FIELD = "/" + SecretsResource.ID + "/fields/{field}";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    private static final String BYTES = "application/octet-stream";
    private static final String REVEALED = """
            {"field": "fie_0000000000g00801800000000m", "value": "…", "receipt": "0192d9a0-0000-7000-8000-000000000000"}""";
    private static final String VALUES = """
            {"values": [{"value": "0192d9a0-0000-7000-8000-000000000000", "since": "2026-11-20T12:00:00Z",
             "until": "2026-11-21T12:00:00Z"}]}""";

    private static final String SAID = "{\"reason\": \"the root account is locked\"}";

    private final Reveals reveals;
    private final SecretDesk desk;
    private final SecretView view;
    private final SecretsResource secrets;
    private final CallerInRequest caller;

    FieldsResource(Reveals reveals, SecretDesk desk, SecretView view, SecretsResource secrets, CallerInRequest caller) {
        this.reveals = reveals;
        this.desk = desk;
        this.view = view;
        this.secrets = secrets;
        this.caller = caller;
    }

    @POST
    @Path(FIELD + "/reveal")
    @Consumes("*/*")
    @Produces({JSON, TEXT, BYTES})
    @Operation(summary = "Reveals the field's value, after that is on the log; text/plain has the bare value")
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "password", value = REVEALED)))
    public Response reveal(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @HeaderParam("Accept") @Nullable String accept) {
        return answer(new Reveals.Wanted(SecretsResource.id(id), field, Optional.empty()), Given.NOTHING, accept);
    }

    @POST
    @Path(FIELD + "/reveal")
    @Consumes(JSON)
    @Produces({JSON, TEXT, BYTES})
    @Operation(summary = "The same, with a reason, a ticket or a request of access, where the rules ask for one")
    @RequestBody(
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Said.class),
                            examples = @ExampleObject(name = "reason", value = SAID)))
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "password", value = REVEALED)))
    public Response reveal(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @HeaderParam("Accept") @Nullable String accept,
            @Nullable Said said) {
        Given given = said == null ? Given.NOTHING : said.given();
        return answer(new Reveals.Wanted(SecretsResource.id(id), field, Optional.empty()), given, accept);
    }

    @POST
    @Path(FIELD + "/values/{value}/reveal")
    @Consumes("*/*")
    @Produces({JSON, TEXT, BYTES})
    @Operation(summary = "Reveals an earlier value of the field, under the same right")
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "password", value = REVEALED)))
    public Response revealEarlier(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @PathParam("value") String value,
            @HeaderParam("Accept") @Nullable String accept) {
        UUID earlier = SecretJson.find(value).orElseThrow(SecretRefused::notFound);
        return answer(new Reveals.Wanted(SecretsResource.id(id), field, Optional.of(earlier)), Given.NOTHING, accept);
    }

    @POST
    @Path(FIELD + "/values/{value}/reveal")
    @Consumes(JSON)
    @Produces({JSON, TEXT, BYTES})
    @Operation(summary = "The same, with what the rules ask for")
    @RequestBody(
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Said.class),
                            examples = @ExampleObject(name = "reason", value = SAID)))
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "password", value = REVEALED)))
    public Response revealEarlier(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @PathParam("value") String value,
            @HeaderParam("Accept") @Nullable String accept,
            @Nullable Said said) {
        UUID earlier = SecretJson.find(value).orElseThrow(SecretRefused::notFound);
        Given given = said == null ? Given.NOTHING : said.given();
        return answer(new Reveals.Wanted(SecretsResource.id(id), field, Optional.of(earlier)), given, accept);
    }

    @GET
    @Path(FIELD + "/values")
    @Produces(JSON)
    @Operation(summary = "Which earlier values there are, newest first, and from when to when they stood")
    @APIResponse(
            responseCode = "200",
            content =
                    @org.eclipse.microprofile.openapi.annotations.media.Content(
                            mediaType = JSON,
                            examples = @ExampleObject(name = "one", value = VALUES)))
    public SecretJson.EarlierOnes values(@PathParam("id") String id, @PathParam("field") String field) {
        return new SecretJson.EarlierOnes(view.earlier(caller.caller(), SecretsResource.id(id), field).stream()
                .map(was -> new SecretJson.Earlier(
                        was.value().toString(), was.since(), was.until().orElse(null)))
                .toList());
    }

    @PUT
    @Path(FIELD)
    @Consumes(BYTES)
    @Produces(JSON)
    @Operation(summary = "Puts a file of at most 400 KB into a field that is one: the bytes as they are")
    public Response put(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @HeaderParam("If-Match") @Nullable String match,
            byte @Nullable [] bytes) {
        try (Plaintext file = Plaintext.owning(bytes == null ? new byte[0] : bytes)) {
            UUID secret = SecretsResource.id(id);
            desk.putFile(caller.caller(), secret, () -> SecretsResource.seen(match), field, file);
            return secrets.changed(200, secret);
        }
    }

    private Response answer(Reveals.Wanted wanted, Given given, @Nullable String accept) {
        Reveals.Revealed revealed = reveals.reveal(caller.caller(), wanted, given, true);
        if (revealed.content() == Content.FILE) {
            return Response.ok(bare(revealed), BYTES)
                    .header("Content-Disposition", "attachment")
                    .build();
        }
        boolean text = accept != null && accept.toLowerCase(Locale.ROOT).startsWith(TEXT);
        return text
                ? Response.ok(bare(revealed), TEXT + ";charset=UTF-8").build()
                : Response.ok(json(revealed), JSON).build();
    }

    /** What is said for it. */
    record Said(
            @Nullable String reason,
            @Nullable String ticket,
            @Nullable String request) {
        Given given() {
            return Given.of(reason, ticket, request);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    private static StreamingOutput bare(Reveals.Revealed revealed) {
        return out -> {
            try (Plaintext value = revealed.value()) {
                out.write(value.reveal());
            }
        };
    }

    /** Written from the bytes, so that no string of it is left behind. */
    private static StreamingOutput json(Reveals.Revealed revealed) {
        return out -> {
            try (Plaintext value = revealed.value()) {
                ascii(out, "{\"field\":\"" + PublicId.FIELD.of(revealed.field().id()) + "\",\"value\":\"");
                for (byte one : value.reveal()) {
                    escaped(out, one);
                }
                ascii(out, "\",\"receipt\":\"" + revealed.event() + "\"}");
            }
        };
    }

    private static void escaped(OutputStream out, byte one) throws IOException {
        switch (one) {
            case '"' -> ascii(out, "\\\"");
            case '\\' -> ascii(out, "\\\\");
            case '\n' -> ascii(out, "\\n");
            case '\t' -> ascii(out, "\\t");
            default -> out.write(one); // no other control character is ever let into a field
        }
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
