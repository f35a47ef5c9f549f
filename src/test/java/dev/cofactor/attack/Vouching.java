// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Signer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The right use of somebody else's word: a job comes with a token of its own, and in the end it is not believed any more. */
final class Vouching {
    private static final String FEDERATIONS = "/api/v1/federations";
    private static final String ISSUER = "https://ci.example";
    private static final String US = "https://cofactor.example";

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;
    private final Signer signer = Signer.curve("k1");

    String federation = "";

    Vouching(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
    }

    void all(String path) {
        String named = "{\"name\": \"" + Shelf.fresh() + "\"}";
        String service =
                ask(Wire.sent("POST", "/api/v1/services", named)).is(201).json().getString("id");
        federation = ask(Wire.sent("POST", FEDERATIONS, Signer.json(wanted(service))))
                .is(201)
                .json()
                .getString("id");
        String at = FEDERATIONS + "/" + federation;
        String token = token("a job's token", signer);
        comes(path, token, 404);
        comes(path, token("a stranger's token", Signer.curve("k1")), 401);
        ask(Wire.sent("GET", FEDERATIONS)).is(200);
        ask(Wire.sent("PATCH", at, "{\"name\": \"A job\"}").with("If-Match", etag(at)))
                .is(200);
        ask(Wire.sent("POST", at + "/try", "{\"token\": \"" + token + "\"}")).is(200);
        ask(Wire.sent("POST", at + "/try", "{\"token\": \"" + token + ".\"}")).is(200);
        ask(Wire.sent("DELETE", at).with("If-Match", etag(at))).is(204);
        comes(path, token, 401);
    }

    private Map<String, Object> wanted(String service) {
        return Map.of(
                "service",
                service,
                "name",
                "A job",
                "issuer",
                ISSUER,
                "audiences",
                List.of(US),
                "conditions",
                Map.of("sub", "job"),
                "jwks",
                Map.of("keys", List.of(signer.jwk())));
    }

    /** All that it says is a secret here, and so is what makes it true. */
    private String token(String name, Signer by) {
        long now = new Clocks().instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of("iss", ISSUER, "aud", US, "iat", now, "exp", now + 600));
        claims.put("sub", "job");
        String who = canaries.word(name + ", who");
        claims.put("actor", who);
        String json = Signer.json(claims);
        String where = "https://" + canaries.word(name + ", where");
        String token = by.token(Map.of("kid", "k1", "jku", where), json);
        String[] parts = token.split("\\.");
        // Of the payload what is of this token alone: any JSON begins like it.
        int at = (json.indexOf(who) + 2) / 3 * 4;
        canaries.put(name + ", its claims", parts[1].substring(at, at + 24).getBytes(US_ASCII));
        canaries.put(name + ", its signature", parts[2].getBytes(US_ASCII));
        return token;
    }

    private void comes(String path, String token, int status) {
        wire.send(Wire.sent("POST", path).with("Authorization", "Bearer " + token))
                .is(status);
    }

    private String etag(String at) {
        return ask(Wire.sent("GET", at)).is(200).header("ETag");
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
