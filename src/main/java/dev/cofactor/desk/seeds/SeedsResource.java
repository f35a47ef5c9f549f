// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.seeds.Entered.Mode;
import dev.cofactor.desk.seeds.SeedDesk.Admitted;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The seed of a secret: it goes in, is proved, and is never shown. */
@Path("/api/v1/secrets")
@Produces("application/json")
@Consumes("application/json")
class SeedsResource {
    private static final String SEED = "/{secret: sec_[0-9a-z]{26}}/seed";
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final String KEY = """
            {"setupKey": "JBSW Y3DP EHPK 3PXP", "algorithm": "SHA1", "digits": 6, "period": 30, "issuer": "Example",
             "account": "team@example.com"}""";
    private static final String LINK =
            "{\"uri\": \"otpauth://totp/Example:team?secret=JBSWY3DPEHPK3PXP&issuer=Example\", \"mode\": \"planned\"}";
    private static final String ONE = """
            {"id": "0192d9a0-0000-7000-8000-000000000001", "state": "under-proof", "type": "totp", "algorithm": "SHA1",
             "digits": 6, "period": 30, "issuer": "Example", "account": "team@example.com",
             "entered": "2026-11-21T16:00:00Z", "enteredBy": "0192d9a0-0000-7000-8000-000000000002"}""";
    private static final String TAKEN = "{\"seed\": " + ONE
            + ", \"weaknesses\": [], \"sameAsBefore\": false, \"alsoIn\": [], \"proof\": [\"show\", \"code\"]}";
    private static final String HELD = """
            {"custody": [{"seed": "0192d9a0-0000-7000-8000-000000000001", "state": "serving",
             "actor": "0192d9a0-0000-7000-8000-000000000002", "kind": "person", "how": "picture",
             "time": "2026-11-21T16:00:00Z"}]}""";
    private static final String WHOLE = "{\"seeds\": [" + ONE + "], \"custody\": []}";
    private static final String STOPPED =
            "{\"seed\": \"0192d9a0-0000-7000-8000-000000000001\", \"ended\": \"2026-11-21T16:00:00Z\"}";
    private static final String SHOWN = """
            {"code": "123456", "step": 59823840, "validFrom": "2026-11-21T16:00:00Z", "validUntil": "2026-11-21T16:00:30Z",
             "askAgainAt": "2026-11-21T16:00:30Z"}""";

    private final SeedDesk desk;
    private final ProofDesk proofs;
    private final Pictures pictures;
    private final Slots slots;
    private final Seeds seeds;
    private final CallerInRequest caller;

    SeedsResource(
            SeedDesk desk, ProofDesk proofs, Pictures pictures, Slots slots, Seeds seeds, CallerInRequest caller) {
        this.desk = desk;
        this.proofs = proofs;
        this.pictures = pictures;
        this.slots = slots;
        this.seeds = seeds;
        this.caller = caller;
    }

    @PUT
    @Path(SEED)
    @Operation(summary = "Enters a seed as a setup link or a setup key; it serves once it is proved")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SeedJson.Given.class),
                            examples = {
                                @ExampleObject(name = "key", value = KEY),
                                @ExampleObject(name = "link", value = LINK)
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Taken.class),
                            examples = @ExampleObject(name = "totp", value = TAKEN)))
    public Response enter(@PathParam("secret") String secret, SeedJson.@Nullable Given given) {
        Admitted admitted = desk.admit(caller.caller(), secret);
        if (given == null) {
            throw SeedRefused.malformed("send uri or setupKey");
        }
        Mode mode = Mode.of(Optional.ofNullable(given.mode()));
        return taken(desk.enter(caller.caller(), admitted, given.entered(), mode));
    }

    @PUT
    @Path(SEED)
    @Consumes(FORM)
    @Operation(
            summary = "Enters a seed by pictures of its QR code: files of any name, and choose where there are several")
    @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Taken.class),
                            examples = @ExampleObject(name = "totp", value = TAKEN)))
    public Response scan(
            @PathParam("secret") String secret, @HeaderParam("Content-Type") String type, byte @Nullable [] body) {
        byte[] given = body == null ? new byte[0] : body;
        try {
            Admitted admitted = desk.admit(caller.caller(), secret);
            try (Multipart form = Multipart.read(given, type)) {
                if (form.pictures().isEmpty()) {
                    throw SeedRefused.malformed("send one picture or more as files of a form");
                }
                Mode mode = Mode.of(form.word("mode"));
                boolean elsewhere = Entered.saysElsewhere(form.word("formerHolders"));
                Entered entered = pictures.read(form.pictures(), form.choice()).orElsewhere(elsewhere);
                return taken(desk.enter(caller.caller(), admitted, entered, mode));
            }
        } finally {
            Arrays.fill(given, (byte) 0);
        }
    }

    @GET
    @Path(SEED)
    @Operation(summary = "What is known of the seeds, never a seed; its ETag is what an edit must show")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Whole.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public Response read(@PathParam("secret") String secret) {
        return whole(seeds.known(caller.caller(), secret));
    }

    @PATCH
    @Path(SEED)
    @Operation(summary = "Names issuer and account otherwise; the seed is not touched")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SeedJson.Named.class),
                            examples = @ExampleObject(name = "issuer", value = "{\"issuer\": \"Example\"}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Whole.class),
                            examples = @ExampleObject(name = "one", value = WHOLE)))
    public Response rename(
            @PathParam("secret") String secret,
            @HeaderParam("If-Match") @Nullable String match,
            SeedJson.@Nullable Named named) {
        Placed found = slots.require(caller.caller(), secret, Verb.SECRET_EDIT);
        if (named == null) {
            throw SeedRefused.malformed("send issuer or account");
        }
        desk.rename(
                caller.caller(),
                found,
                seen(match),
                Optional.ofNullable(named.issuer()),
                Optional.ofNullable(named.account()));
        return whole(seeds.known(slots.now(found.secret())));
    }

    @POST
    @Path(SEED + "/stop")
    @Operation(summary = "Stops the seed now, without another: the secret is a draft again and its owners are told")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Stopped.class),
                            examples = @ExampleObject(name = "stopped", value = STOPPED)))
    public Response stop(@PathParam("secret") String secret) {
        return answer(desk.stop(caller.caller(), secret));
    }

    @POST
    @Path(SEED + "/proof")
    @Operation(
            summary = "Proves the seed: show a code for the site and then confirm it, or send one that the site's app"
                    + " shows")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SeedJson.Proof.class),
                            examples = {
                                @ExampleObject(name = "show", value = "{\"show\": 1}"),
                                @ExampleObject(name = "second", value = "{\"show\": 2, \"after\": 59823840}"),
                                @ExampleObject(name = "confirmed", value = "{\"confirmed\": true}"),
                                @ExampleObject(name = "code", value = "{\"code\": \"123456\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(oneOf = {SeedJson.Confirmation.class, SeedJson.Proved.class}),
                            examples = {
                                @ExampleObject(name = "shown", value = SHOWN),
                                @ExampleObject(name = "proved", value = "{\"proved\": true, \"active\": true}")
                            }))
    public Response prove(@PathParam("secret") String secret, SeedJson.@Nullable Proof proof) {
        if (proof == null || !proof.isOneThing()) {
            throw SeedRefused.malformed("send one of show, confirmed and code");
        }
        String code = proof.code();
        if (code != null) {
            return answer(new SeedJson.Proved(true, proofs.check(caller.caller(), secret, code)));
        }
        Integer show = proof.show();
        return show == null
                ? answer(new SeedJson.Proved(true, proofs.confirm(caller.caller(), secret)))
                : show(secret, show, proof.after());
    }

    private Response show(String secret, int show, @Nullable Long after) {
        if (show < 1 || show > 2) {
            throw SeedRefused.malformed("show is 1 or 2");
        }
        OptionalLong before = after == null ? OptionalLong.empty() : OptionalLong.of(after);
        ProofDesk.Shown shown = proofs.show(caller.caller(), secret, before);
        return answer(SeedJson.Confirmation.of(shown, show == 2 && after == null));
    }

    @GET
    @Path(SEED + "/custody")
    @Operation(summary = "Who could ever have known a seed of this secret, as against who only got codes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SeedJson.Holders.class),
                            examples = @ExampleObject(name = "picture", value = HELD)))
    public Response custody(@PathParam("secret") String secret) {
        Placed found = slots.require(caller.caller(), secret, Verb.SECRET_READ_META);
        return answer(new SeedJson.Holders(seeds.holders(found)));
    }

    private static Response whole(Seeds.Known known) {
        return Response.ok(known.whole())
                .header("ETag", "\"" + known.secret().version() + "\"")
                .build();
    }

    private static Response taken(SeedDesk.Taken taken) {
        return answer(SeedJson.Taken.of(taken));
    }

    private static Response answer(Object entity) {
        return Response.ok(entity).build();
    }

    /** What is no ETag of ours matches nothing. */
    static long seen(@Nullable String match) {
        if (match == null) {
            throw SeedRefused.ifMatch();
        }
        return match.matches("\"[0-9]{1,18}\"") ? Long.parseLong(match.substring(1, match.length() - 1)) : -1;
    }
}
