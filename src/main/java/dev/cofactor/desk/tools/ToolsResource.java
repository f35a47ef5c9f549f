// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import dev.cofactor.engine.qr.QrPicture;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Tools for programs. Nothing that is sent here is kept, and nothing is read from the address. */
@Path("/api/v1/tools")
@Consumes("application/json")
class ToolsResource {
    private static final String JSON = "application/json";
    private static final String PNG = "image/png";
    private static final String GENERATE =
            "{\"type\": \"time_based\", \"action\": \"generate\", \"issuer\": \"Example\", \"label\": \"team\"}";
    private static final String VERIFY = "{\"type\": \"time_based\", \"action\": \"verify\", \"secret\": \"…\"}";
    private static final String CHECK =
            "{\"type\": \"time_based\", \"action\": \"verify\", \"secret\": \"…\", \"code\": \"123456\", \"window\": 1}";
    private static final String MADE = """
            {"algorithm": "SHA1", "digits": 6, "issuer": "Example", "label": "team", "otp_url": "otpauth://totp/…",
             "period": 30, "qrcode_url": "data:image/png;base64,…", "secret": "…", "type": "totp"}""";
    private static final String CODES = """
            {"algorithm": "SHA1", "digits": 6, "otp_codes": {"+30s": "623843", "current": "078649", "-30s": "697286",
             "-60s": "673108"}, "period": 30, "secret": "…", "type": "totp"}""";
    private static final String CHECKED = """
            {"algorithm": "SHA1", "digits": 6, "period": 30, "type": "totp", "valid": true, "offset": -1,
             "step": 53927302, "window": 1, "remembered": false}""";
    private static final String NEW = """
            {"new": {"template": "WebApp with OTP", "folder": "doors", "slug": "server-room", "name": "Server room"},
             "type": "time_based", "issuer": "Example", "label": "server room"}""";
    private static final String OLD = "{\"secret\": \"sec_01jbct0000e008000000000000\", \"type\": \"time_based\"}";
    private static final String KEPT = """
            {"secret": "sec_01jbct0000e008000000000000", "seed": {"id": "0192d9a0-0000-7000-8000-000000000001",
             "state": "under-proof", "type": "totp", "algorithm": "SHA1", "digits": 6, "period": 30, "issuer": "Example",
             "account": "server room"}, "custody": "generated here, seen by nobody", "proof": ["show"]}""";
    private static final String DATA = "{\"type\": \"qr_code\", \"data\": \"https://example.org\", \"scale\": 4}";

    private final Bench bench;
    private final OtpTool otp;
    private final Keeping keeping;
    private final SecureRandom random;
    private final CallerInRequest caller;

    ToolsResource(Bench bench, OtpTool otp, Keeping keeping, SecureRandom random, CallerInRequest caller) {
        this.bench = bench;
        this.otp = otp;
        this.keeping = keeping;
        this.random = random;
        this.caller = caller;
    }

    @POST
    @Path("/otp")
    @Produces(JSON)
    @Operation(summary = "Makes a seed, computes a seed's codes, or checks a code; nothing of it is kept or logged")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ToolGiven.Otp.class),
                            examples = {
                                @ExampleObject(name = "generate", value = GENERATE),
                                @ExampleObject(name = "codes", value = VERIFY),
                                @ExampleObject(name = "check", value = CHECK)
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema =
                                    @Schema(
                                            oneOf = {ToolJson.Made.class, ToolJson.Codes.class, ToolJson.Checked.class
                                            }),
                            examples = {
                                @ExampleObject(name = "generated", value = MADE),
                                @ExampleObject(name = "codes", value = CODES),
                                @ExampleObject(name = "checked", value = CHECKED)
                            }))
    public Response otp(@Context UriInfo asked, ToolGiven.@Nullable Otp given) {
        try (given) {
            admit(asked);
            if (given == null) {
                throw ToolRefused.malformed("send type and action");
            }
            try (Wish wish = given.wish(random)) {
                bench.use(caller.caller(), wish.tool());
                return Response.ok(otp.answer(wish)).build();
            }
        }
    }

    @POST
    @Path("/otp/secret")
    @Produces(JSON)
    @Operation(
            summary = "Makes a seed and puts it into a secret, new or there already; nobody is shown it, now or later")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ToolGiven.Kept.class),
                            examples = {
                                @ExampleObject(name = "new", value = NEW),
                                @ExampleObject(name = "there", value = OLD)
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Keeping.Kept.class),
                            examples = @ExampleObject(name = "kept", value = KEPT)))
    public Response keep(@Context UriInfo asked, ToolGiven.@Nullable Kept given) {
        try (given) {
            admit(asked);
            return Response.ok(keeping.keep(caller.caller(), given)).build();
        }
    }

    @POST
    @Path("/barcode")
    @Produces({PNG, JSON})
    @Operation(
            summary =
                    "Draws a text as a QR, Aztec or Data Matrix code: a PNG, or a data URI in JSON where that is asked for")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ToolGiven.Drawing.class),
                            examples = @ExampleObject(name = "address", value = DATA)))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PNG),
                @Content(mediaType = JSON, schema = @Schema(implementation = ToolJson.Drawn.class))
            })
    public Response draw(
            @Context UriInfo asked, @HeaderParam("Accept") @Nullable String accept, ToolGiven.@Nullable Drawing given) {
        try (given) {
            admit(asked);
            if (given == null) {
                throw ToolRefused.malformed("send data");
            }
            QrPicture.Kind kind = given.kind();
            int pixels = given.pixels();
            try (Plaintext text = given.text()) {
                bench.use(caller.caller(), Tool.DRAW);
                return accept != null && accept.startsWith(JSON)
                        ? inJson(given.word(), kind, text, pixels)
                        : picture(kind, text, pixels);
            }
        }
    }

    private static Response picture(QrPicture.Kind kind, Plaintext text, int pixels) {
        try (Plaintext png = QrPicture.png(kind, text, pixels)) {
            return Response.ok(png.reveal().clone(), PNG).build();
        }
    }

    private static Response inJson(String word, QrPicture.Kind kind, Plaintext text, int pixels) {
        try (Plaintext uri = QrPicture.dataUri(kind, text, pixels)) {
            String picture = new String(uri.reveal(), StandardCharsets.US_ASCII);
            return Response.ok(new ToolJson.Drawn(word, pixels, picture), JSON).build();
        }
    }

    /** What stands in an address is kept by proxies: refused, so that nobody gets used to it. */
    private void admit(UriInfo asked) {
        if (asked.getRequestUri().getRawQuery() != null) {
            throw ToolRefused.inTheAddress();
        }
        bench.admit(caller.caller());
    }
}
